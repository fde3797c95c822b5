using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Keys;

/// <summary>
/// Makes the keys of a project, and what else is drawn for it in secret: how far the dates of a person are moved, in which order her rows stand, who is chosen as a
/// control. HMAC-SHA-256 over the scheme's version, the project, what it is for, and the value. One object serves millions of values without allocating, one thread
/// at a time.
/// </summary>
public sealed class ProjectKeys : IDisposable
{
    /// <summary>The most weeks that dates are moved, back or forth.</summary>
    public const int MostWeeks = 26;

    private const string Scheme = "kpr-project-key-1";
    private const string ForShift = "date-shift";
    private const string ForChoice = "control-choice";
    private const byte Separator = 0x1f;
    private const int LongestValue = 512;

    private readonly IncrementalHash _mac;
    private readonly byte[] _input;
    private readonly int _prefix;

    /// <summary>Prepares for a project.</summary>
    /// <exception cref="ArgumentException">The secret has not 32 bytes, or the project's id is empty or has control characters.</exception>
    public ProjectKeys(ProjectSecret secret)
    {
        if (secret.Bytes.Length != PersonKeyDerivation.SecretLength) throw new ArgumentException($"The secret must have {PersonKeyDerivation.SecretLength} bytes.", nameof(secret));
        if (secret.Project.Length == 0 || secret.Project.Any(char.IsControl)) throw new ArgumentException("A project's id is printable text.", nameof(secret));
        var prefix = Encoding.UTF8.GetBytes($"{Scheme}\u001f{secret.Project}\u001f");
        _prefix = prefix.Length;
        _input = new byte[prefix.Length + 32 + LongestValue];
        prefix.CopyTo(_input, 0);
        _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Bytes);
    }

    /// <summary>The key of a value.</summary>
    /// <param name="kind">What it stands for.</param>
    /// <param name="value">The value in UTF-8, as the register has it.</param>
    public ProjectKey Of(KeyKind kind, ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        ReadOnlySpan<byte> purpose = [(byte)'k', (byte)kind];
        Hash(purpose, value, hash);
        return KeyOf(kind, hash);
    }

    /// <summary>The key of a value; see the other overload.</summary>
    public ProjectKey Of(KeyKind kind, string value) => Of(kind, Encoding.UTF8.GetBytes(value));

    /// <summary>The key of a row, and the number that sorts it among the rows of a person and day: of one hash, of which neither tells the other.</summary>
    /// <param name="row">What names the row in the register.</param>
    /// <param name="order">The number.</param>
    public ProjectKey OfRow(ReadOnlySpan<byte> row, out ulong order)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash([(byte)'k', (byte)KeyKind.Row], row, hash);
        order = BinaryPrimitives.ReadUInt64BigEndian(hash[16..]);
        return KeyOf(KeyKind.Row, hash);
    }

    /// <summary>The key of a person.</summary>
    /// <param name="person">The register's key of the number in use now.</param>
    public ProjectKey OfPerson(PersonKey person)
    {
        Span<byte> bytes = stackalloc byte[PersonKey.ByteLength];
        person.WriteBytes(bytes);
        return Of(KeyKind.Person, bytes);
    }

    /// <summary>By how many days the dates of a person are moved: a multiple of seven, at most <see cref="MostWeeks"/> weeks back or forth, never none.</summary>
    public int ShiftOf(PersonKey person)
    {
        var at = (int)(DrawOf(person, ForShift) % (2 * MostWeeks));
        return 7 * (at < MostWeeks ? at - MostWeeks : at - MostWeeks + 1);
    }

    /// <summary>The number by which controls are chosen among those who are alike.</summary>
    public ulong ChoiceOf(PersonKey person) => DrawOf(person, ForChoice);

    /// <summary>Clears what was hashed last, and the secret in the hash.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_input);
        _mac.Dispose();
    }

    private static ProjectKey KeyOf(KeyKind kind, ReadOnlySpan<byte> hash) =>
        new(kind, BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt16BigEndian(hash[8..]));

    private ulong DrawOf(PersonKey person, string purpose)
    {
        Span<byte> bytes = stackalloc byte[PersonKey.ByteLength];
        person.WriteBytes(bytes);
        return Draw(purpose, bytes);
    }

    private ulong Draw(string purpose, ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> text = stackalloc byte[purpose.Length];
        Encoding.ASCII.GetBytes(purpose, text);
        Hash(text, value, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private void Hash(ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> value, Span<byte> hash)
    {
        var at = _prefix;
        purpose.CopyTo(_input.AsSpan(at));
        at += purpose.Length;
        _input[at++] = Separator;
        if (value.Length <= LongestValue)
        {
            value.CopyTo(_input.AsSpan(at));
            _mac.AppendData(_input, 0, at + value.Length);
        }
        else
        {
            _mac.AppendData(_input, 0, at);
            _mac.AppendData(value);
        }

        _mac.GetHashAndReset(hash);
    }
}
