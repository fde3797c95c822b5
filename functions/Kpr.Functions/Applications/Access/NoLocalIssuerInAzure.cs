using Kpr.Functions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Applications.Access;

/// <summary>Keeps the local issuer out of Azure.</summary>
/// <param name="configuration">Tells whether the app runs in Azure.</param>
public sealed class NoLocalIssuerInAzure(IConfiguration configuration) : IValidateOptions<AccessOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AccessOptions options) => options.LocalKeys.Length > 0 && AzureEnvironment.Is(configuration)
        ? ValidateOptionsResult.Fail("Kpr__Access__LocalKeys is set in Azure: whoever has that file could be anyone. The local issuer is for one machine; clear the setting.")
        : ValidateOptionsResult.Success;
}
