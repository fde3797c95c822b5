using System.Security.Cryptography;
using System.Text.Json;
using Kpr.Core.Cases.Parties;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kpr.Functions.Applications.Access;

/// <summary>
/// The issuer of tokens on one machine: whoever can read its key file can be anyone, as whoever sits at the machine can. It stands in for ID-porten and
/// Entra ID, and cannot be had in Azure (<see cref="NoLocalIssuerInAzure"/>).
/// </summary>
public sealed class LocalIssuer : IDisposable
{
    /// <summary>Who issues.</summary>
    public const string Issuer = "urn:kpr:local-issuer";

    /// <summary>For whom.</summary>
    public const string Audience = "kpr";

    /// <summary>The claim of the organisation number.</summary>
    public const string OrganisationClaim = "kpr_organisation";

    /// <summary>The claim of the register's code.</summary>
    public const string RegisterClaim = "kpr_register";

    /// <summary>How long a token lasts. A case that is played on a moved clock wants a fresh one now and then.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly ECDsa _key;

    private LocalIssuer(ECDsa key)
    {
        _key = key;
        Key = new ECDsaSecurityKey(key)
        {
            KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16],

            // The library would keep the key under its id for the whole process, and hand it on after it was disposed of.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
    }

    /// <summary>The key that tokens are checked with.</summary>
    public ECDsaSecurityKey Key { get; }

    /// <summary>Reads the key file, or makes one that only its owner can read (mode 600).</summary>
    public static LocalIssuer OpenOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var aside = $"{path}.{Path.GetRandomFileName()}";
            var open = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(aside, open))
            {
                JsonSerializer.Serialize(file, new KeyFile(made.ExportPkcs8PrivateKey()));
            }

            try
            {
                File.Move(aside, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Two began at once: the first one's key stays.
                File.Delete(aside);
            }
        }

        return Open(path);
    }

    /// <summary>Reads the key file.</summary>
    /// <exception cref="InvalidOperationException">It is missing, or not a key file.</exception>
    public static LocalIssuer Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"The key file {path} of the local issuer is missing (Kpr__Access__LocalKeys).");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(path))?.TokenKey ?? [], out _);
            return new LocalIssuer(key);
        }
        catch (Exception e) when (e is JsonException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidOperationException($"The file {path} is not a key file of the local issuer.", e);
        }
    }

    /// <summary>Makes out a token.</summary>
    /// <param name="actor">For whom.</param>
    /// <param name="now">The moment from which it counts.</param>
    public string Mint(Actor actor, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [JwtRegisteredClaimNames.Sub] = actor.Subject,
            ["roles"] = JsonNamingPolicy.KebabCaseLower.ConvertName(actor.Role.ToString()),
        };
        if (actor.Organisation is { } organisation)
        {
            claims[OrganisationClaim] = organisation;
        }

        if (actor.Register is { } register)
        {
            claims[RegisterClaim] = register;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Claims = claims,
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private sealed record KeyFile(byte[]? TokenKey);
}
