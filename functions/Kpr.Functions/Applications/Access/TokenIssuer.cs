using Kpr.Core.Cases.Parties;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kpr.Functions.Applications.Access;

/// <summary>An issuer whose tokens are taken.</summary>
/// <param name="Audience">For whom its tokens must be made out.</param>
/// <param name="SubjectClaim">The claim that names the person for good.</param>
/// <param name="RoleClaim">The claim that holds roles; null where everybody is an applicant.</param>
/// <param name="May">Roles that it can give.</param>
internal sealed record TokenIssuer(string Audience, string SubjectClaim, string? RoleClaim, Func<Role, bool> May)
{
    /// <summary>Where its name and keys are found and kept; null for the local issuer.</summary>
    public ConfigurationManager<OpenIdConnectConfiguration>? Discovery { get; init; }

    /// <summary>The local issuer; null for others.</summary>
    public LocalIssuer? Local { get; init; }

    /// <summary>Its name as tokens bear it.</summary>
    /// <exception cref="InvalidOperationException">It does not answer, and was never heard.</exception>
    public async Task<string> NameAsync(CancellationToken cancellationToken) =>
        Local is not null ? LocalIssuer.Issuer : (await Discovery!.GetConfigurationAsync(cancellationToken)).Issuer;

    /// <summary>An issuer found by OpenID Connect discovery.</summary>
    public static ConfigurationManager<OpenIdConnectConfiguration> Discover(string authority, HttpClient http)
    {
        var address = new Uri(authority.TrimEnd('/') + "/.well-known/openid-configuration");
        return new ConfigurationManager<OpenIdConnectConfiguration>(
            address.AbsoluteUri, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(http) { RequireHttps = !address.IsLoopback });
    }

    /// <summary>What a token of it must be.</summary>
    public TokenValidationParameters Parameters(string name, TimeSpan skew, TimeProvider clock) => new()
    {
        ValidIssuer = name,
        ValidAudience = Audience,
        ConfigurationManager = Discovery,
        IssuerSigningKey = Local?.Key,

        // Asymmetric only: with "none" and HMAC out of the question, a public key cannot be taken for a secret.
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
        ValidateIssuerSigningKey = true,

        // By the app's clock, which on one machine can be moved.
        LifetimeValidator = (from, until, _, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return until is not null && now < until + skew && (from is null || now > from - skew);
        },
    };
}
