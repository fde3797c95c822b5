using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Azure;

/// <summary>Holds the choice between Key Vault and the key file to be one, and the key file to be away from Azure.</summary>
/// <param name="configuration">Tells whether the app runs in Azure.</param>
public sealed partial class KeyOptionsValidation(IConfiguration configuration) : IValidateOptions<KeyOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, KeyOptions options)
    {
        var hasFile = !string.IsNullOrEmpty(options.File);
        var hasVault = !string.IsNullOrEmpty(options.VaultUri);
        return (hasFile, hasVault) switch
        {
            (true, true) => ValidateOptionsResult.Fail("Kpr__Keys__VaultUri and Kpr__Keys__File are both set: keys come from one place. Clear one of them."),
            (false, false) => ValidateOptionsResult.Fail("Neither Kpr__Keys__VaultUri nor Kpr__Keys__File is set: without keys nothing can be taken in."),
            (true, _) => AzureEnvironment.Is(configuration)
                ? ValidateOptionsResult.Fail("Kpr__Keys__File is set in Azure: a key file is for one machine. Set Kpr__Keys__VaultUri instead.")
                : ValidateOptionsResult.Success,
            _ => ValidateVault(options),
        };
    }

    private static ValidateOptionsResult ValidateVault(KeyOptions options) =>
        !Uri.TryCreate(options.VaultUri, UriKind.Absolute, out var vault) || vault.Scheme != Uri.UriSchemeHttps || vault.PathAndQuery != "/"
            ? ValidateOptionsResult.Fail("Kpr__Keys__VaultUri is not the address of a vault: https://{name}.vault.azure.net.")
        : !KeyName().IsMatch(options.VaultKey)
            ? ValidateOptionsResult.Fail("Kpr__Keys__VaultKey is not the name of a key: 1 to 127 letters, digits and hyphens.")
        : ValidateOptionsResult.Success;

    [GeneratedRegex(@"^[0-9a-zA-Z-]{1,127}\z")]
    private static partial Regex KeyName();
}
