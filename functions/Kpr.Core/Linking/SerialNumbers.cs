using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Identity;

namespace Kpr.Core.Linking;

/// <summary>
/// Makes the serial numbers of one source in one batch: HMAC-SHA-256 under the secret of the batch over the scheme's version, linkage, batch, source and person, cut to 80 bits. Two
/// sources, or two batches, have nothing in common; in order of serial numbers the persons stand as if drawn by lot. One object serves millions, one thread at a time.
/// </summary>
public sealed class SerialNumbers : IDisposable
{
    private const string Scheme = "kpr-linkage-serial-1";
    private const char Separator = '\u001f';

    private readonly IncrementalHash _mac;
    private readonly byte[] _input;
    private readonly int _prefix;

    /// <summary>Prepares for a source.</summary>
    /// <param name="secret">The secret of the batch.</param>
    /// <param name="source">Id of the source: of its order in the case.</param>
    /// <exception cref="ObjectDisposedException">The secret was destroyed.</exception>
    public SerialNumbers(BatchSecret secret, string source)
    {
        (Linkage, Batch, Source) = (secret.Linkage, secret.Batch, BatchSecret.Checked(source));
        var prefix = Encoding.UTF8.GetBytes(string.Join(Separator, Scheme, Linkage, Batch, Source, ""));
        _prefix = prefix.Length;
        _input = [.. prefix, .. new byte[PersonKey.ByteLength]];
        _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Reveal());
    }

    /// <summary>Id of the linkage.</summary>
    public string Linkage { get; }

    /// <summary>Id of the batch.</summary>
    public string Batch { get; }

    /// <summary>Id of the source.</summary>
    public string Source { get; }

    /// <summary>The serial number of a person.</summary>
    /// <param name="person">The register's key of the number in use now.</param>
    public SerialNumber Of(PersonKey person)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        person.WriteBytes(_input.AsSpan(_prefix));
        _mac.AppendData(_input);
        _mac.GetHashAndReset(hash);
        return new SerialNumber(hash);
    }

    /// <summary>Clears the last person, and the secret in the hash.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_input);
        _mac.Dispose();
    }
}
