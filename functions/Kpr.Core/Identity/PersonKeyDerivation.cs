using System.Security.Cryptography;
using System.Text;

namespace Kpr.Core.Identity;

/// <summary>
/// Makes <see cref="PersonKey"/>s: HMAC-SHA-256 under a secret of 256 bits, truncated to 80. The secret is the whole protection, since all
/// numbers there can be are tried in seconds by whoever has it. What is hashed names the scheme's version, the scope, the kind of thing and
/// the type beside the number, so that no two uses of one secret ever agree. One object serves millions of numbers without allocating, one
/// thread at a time.
/// </summary>
public sealed class PersonKeyDerivation : IDisposable
{
    /// <summary>Bytes in the secret.</summary>
    public const int SecretLength = 32;

    /// <summary>The scope of the register's own keys; deliveries use the project's id.</summary>
    public const string RegisterScope = "register";

    private const string Scheme = "kpr-person-key-1";
    private const string Kind = "person";
    private const char Separator = '\u001f';

    private readonly IncrementalHash _mac;
    private readonly byte[] _input;
    private readonly int _prefixLength;

    /// <summary>Prepares for one secret and one scope.</summary>
    /// <param name="secret">32 random bytes; copied into the hash, so the caller may clear them.</param>
    /// <param name="scope">Where the keys live; printable text without control characters.</param>
    /// <exception cref="ArgumentException">The secret has another length, or the scope is empty or has control characters.</exception>
    public PersonKeyDerivation(ReadOnlySpan<byte> secret, string scope = RegisterScope)
    {
        if (secret.Length != SecretLength) throw new ArgumentException($"The secret must have {SecretLength} bytes.", nameof(secret));
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        if (scope.Any(char.IsControl)) throw new ArgumentException("The scope has control characters.", nameof(scope));

        var prefix = Encoding.UTF8.GetBytes(string.Join(Separator, Scheme, scope, Kind, ""));
        _prefixLength = prefix.Length;
        _input = new byte[prefix.Length + 3 + Duf.Length];
        prefix.CopyTo(_input, 0);
        _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
    }

    /// <summary>
    /// The key of a birth number, D-number or DUF. The number must have the length of its type and consist of digits; whether it is valid is
    /// for the rules to say.
    /// </summary>
    /// <returns>False for all other types (rule I07) and for values of another form.</returns>
    public bool TryDerive(IdentityType type, ReadOnlySpan<char> number, out PersonKey key)
    {
        key = default;
        if (!type.YieldsPersonKey() || !AsciiDigits.Fill(number)) return false;
        if (number.Length != (type == IdentityType.Duf ? Duf.Length : NationalIdNumber.Length)) return false;

        var at = _prefixLength;
        if (type == IdentityType.Duf) _input[at++] = (byte)'1';
        _input[at++] = (byte)('0' + ((int)type % 10));
        _input[at++] = (byte)Separator;
        at += Encoding.ASCII.GetBytes(number, _input.AsSpan(at));

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _mac.AppendData(_input, 0, at);
        _mac.GetHashAndReset(hash);
        key = new PersonKey(hash);
        return true;
    }

    /// <summary>The key of a number on its way through the system; see the other overload.</summary>
    public bool TryDerive(IdentityType type, NationalId number, out PersonKey key) => TryDerive(type, number.Reveal(), out key);

    /// <summary>Clears the secret and the last number.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_input);
        _mac.Dispose();
    }
}
