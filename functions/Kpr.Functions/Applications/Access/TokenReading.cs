using System.Security.Claims;
using System.Text.Json;
using Kpr.Core.Cases.Parties;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kpr.Functions.Applications.Access;

/// <summary>Tells who a bearer token is made out for, or why it is not taken.</summary>
public sealed class TokenReading : IDisposable
{
    private const int LongestToken = 16_000;
    private const int LongestSubject = 200;
    private const int NationalIdLength = 11;

    // Names in tokens stay as they are.
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    private readonly AccessOptions _options;
    private readonly TimeProvider _clock;
    private readonly LocalIssuer? _local;
    private readonly IReadOnlyList<TokenIssuer> _issuers;

    /// <summary>Made from the settings.</summary>
    public TokenReading(IOptions<AccessOptions> options, HttpClient http, TimeProvider clock)
    {
        _options = options.Value;
        _clock = clock;
        _local = _options.LocalKeys.Length > 0 ? LocalIssuer.Open(_options.LocalKeys) : null;
        var issuers = new List<TokenIssuer>();
        if (_options.ApplicantsAuthority.Length > 0)
        {
            issuers.Add(new TokenIssuer(_options.ApplicantsAudience, JwtRegisteredClaimNames.Sub, null, role => role == Role.Applicant)
            {
                Discovery = TokenIssuer.Discover(_options.ApplicantsAuthority, http),
            });
        }

        if (_options.StaffAuthority.Length > 0)
        {
            issuers.Add(new TokenIssuer(_options.StaffAudience, _options.StaffSubjectClaim, _options.StaffRoleClaim, role => role != Role.Applicant)
            {
                Discovery = TokenIssuer.Discover(_options.StaffAuthority, http),
            });
        }

        if (_local is not null)
        {
            issuers.Add(new TokenIssuer(LocalIssuer.Audience, JwtRegisteredClaimNames.Sub, "roles", _ => true) { Local = _local });
        }

        _issuers = issuers;
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">The token, without the word Bearer.</param>
    /// <param name="wanted">The role that the sender wants to act in, where the token has several; null otherwise.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TokenAnswer> ReadAsync(string token, string? wanted, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken || !Handler.CanReadToken(token))
        {
            return TokenAnswer.No(TokenFault.Invalid);
        }

        var (issuer, name, unreachable) = await IssuerAsync(token, cancellationToken);
        if (issuer is null)
        {
            return TokenAnswer.No(unreachable ? TokenFault.IssuerUnreachable : TokenFault.Invalid);
        }

        var result = await Handler.ValidateTokenAsync(token, issuer.Parameters(name!, _options.ClockSkew, _clock));
        return result.IsValid ? ActorOf(issuer, result.ClaimsIdentity, wanted) : TokenAnswer.No(TokenFault.Invalid);
    }

    /// <inheritdoc/>
    public void Dispose() => _local?.Dispose();

    // Which issuer a token says it is from chooses by whose keys it is judged, and no more.
    private async Task<(TokenIssuer? Issuer, string? Name, bool Unreachable)> IssuerAsync(string token, CancellationToken cancellationToken)
    {
        string claimed;
        try
        {
            claimed = Handler.ReadJsonWebToken(token).Issuer;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return (null, null, false);
        }

        var unreachable = false;
        foreach (var issuer in _issuers)
        {
            try
            {
                if (await issuer.NameAsync(cancellationToken) is { } name && name == claimed)
                {
                    return (issuer, name, false);
                }
            }
            catch (InvalidOperationException)
            {
                // IDX20803: its document could not be had, and never was.
                unreachable = true;
            }
        }

        return (null, null, unreachable);
    }

    private static TokenAnswer ActorOf(TokenIssuer issuer, ClaimsIdentity identity, string? wanted)
    {
        var subject = identity.FindFirst(issuer.SubjectClaim)?.Value;
        if (string.IsNullOrWhiteSpace(subject) || subject.Length > LongestSubject || (subject.Length == NationalIdLength && subject.All(char.IsAsciiDigit)))
        {
            // A national identity number is nobody's name here.
            return TokenAnswer.No(TokenFault.Invalid);
        }

        if (issuer.RoleClaim is null)
        {
            return TokenAnswer.Yes(new Actor(Role.Applicant, subject));
        }

        var roles = identity.FindAll(issuer.RoleClaim).Select(claim => RoleOf(claim.Value, identity)).OfType<Actor>().Where(actor => issuer.May(actor.Role))
            .Select(actor => actor with { Subject = subject }).Distinct().ToList();
        var fitting = wanted is null ? roles : [.. roles.Where(actor => wanted == Name(actor.Role) || wanted == $"{Name(actor.Role)}:{actor.Register ?? actor.Organisation}")];
        return fitting switch
        {
            [var one] => TokenAnswer.Yes(one),
            [] => TokenAnswer.No(TokenFault.NoRole),
            _ => TokenAnswer.No(TokenFault.SeveralRoles),
        };
    }

    // "register:kpr", "finance:kpr", "linker:983744516", "handler"; or the party in a claim of its own.
    private static Actor? RoleOf(string value, ClaimsIdentity identity)
    {
        var parts = value.Split(':', 2);
        if (!Roles.TryGetValue(parts[0], out var role))
        {
            return null;
        }

        var party = parts.Length > 1 ? parts[1] : null;
        var register = role is Role.Register or Role.Finance ? party ?? identity.FindFirst(LocalIssuer.RegisterClaim)?.Value : null;
        var organisation = role is Role.Controller or Role.Linker ? party ?? identity.FindFirst(LocalIssuer.OrganisationClaim)?.Value : identity.FindFirst(LocalIssuer.OrganisationClaim)?.Value;

        // Without a register nobody is a register's; without an organisation nobody is an organisation's.
        return (role == Role.Register && register is null) || (role is Role.Controller or Role.Linker && organisation is null)
            ? null
            : new Actor(role, "", organisation, register == "hds" ? null : register);
    }

    private static string Name(Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(Name, StringComparer.Ordinal);
}
