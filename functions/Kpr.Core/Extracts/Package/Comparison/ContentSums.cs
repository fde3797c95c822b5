using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Sorting;

namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>
/// Makes the sums of a table's rows, by which two deliveries of a project are compared without either being opened: for each row 16 bytes of a keyed hash of its key and 16 of its
/// content, sorted. The key of the hash is the project's secret, so that nobody without it can try out whether somebody is in it; when the secret is destroyed the sums are noise.
/// </summary>
/// <remarks>Form: "KPRSUM1" and a line feed, then 32 bytes a row. A table without a primary key has its rows for keys: a row that changes is then one removed and one added.</remarks>
public sealed class ContentSums : IDisposable
{
    /// <summary>Bytes of a row's sums.</summary>
    internal const int Length = 2 * Half;

    private const int Half = 16;
    private const string Scheme = "kpr-row-sum-1";

    private readonly IncrementalHash _mac;
    private readonly RecordSorter _sorter;
    private readonly string _name;
    private readonly int[] _keys;
    private readonly bool _distinct;
    private byte[] _text = new byte[256];

    private ContentSums(ProjectSecret secret, string name, int[] keys, bool distinct, Stream scratch)
    {
        _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Bytes);
        _sorter = new RecordSorter(scratch);
        (_name, _keys, _distinct) = (name, keys, distinct);
    }

    /// <summary>What every file of sums begins with.</summary>
    internal static ReadOnlySpan<byte> Head => "KPRSUM1\n"u8;

    /// <summary>Begins the sums of a table.</summary>
    /// <param name="secret">The project's secret.</param>
    /// <param name="table">The table.</param>
    /// <param name="scratch">For sorting; can be written, read and sought. The caller disposes it.</param>
    public static ContentSums OfTable(ProjectSecret secret, ExtractTable table, Stream scratch)
    {
        var names = table.Columns.Select(column => column.Name).ToList();
        return new ContentSums(secret, $"table:{table.Name}", [.. table.PrimaryKey.Select(key => names.IndexOf(key))], distinct: false, scratch);
    }

    /// <summary>Begins the sums of an extract's persons: rows of one value, the key of a person, each as often as one likes.</summary>
    /// <param name="secret">The project's secret.</param>
    /// <param name="scratch">For sorting; can be written, read and sought. The caller disposes it.</param>
    public static ContentSums OfPersons(ProjectSecret secret, Stream scratch) => new(secret, "persons", [0], distinct: true, scratch);

    /// <summary>Adds a row.</summary>
    /// <param name="row">Its values in the order of the columns; a missing value is empty or null.</param>
    public void Add(params ReadOnlySpan<string?> row)
    {
        Span<byte> sums = stackalloc byte[Length];
        Begin("content");
        foreach (var value in row)
        {
            Append(value);
        }

        Finish(sums[Half..]);
        if (_keys.Length == 0)
        {
            sums[Half..].CopyTo(sums);
        }
        else
        {
            Begin("key");
            foreach (var key in _keys)
            {
                Append(row[key]);
            }

            Finish(sums[..Half]);
        }

        _sorter.Add(sums);
    }

    /// <summary>Writes the sums. No row may be added any more.</summary>
    public void Write(Stream target)
    {
        target.Write(Head);
        Span<byte> last = stackalloc byte[Length];
        var any = false;
        foreach (var record in _sorter.Sorted())
        {
            if (!_distinct || !any || !record.Span.SequenceEqual(last))
            {
                target.Write(record.Span);
            }

            record.Span.CopyTo(last);
            any = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_text);
        _mac.Dispose();
    }

    private void Begin(string what)
    {
        Append(Scheme);
        Append(_name);
        Append(what);
    }

    // Each with its length, so that neighbours cannot flow into each other.
    private void Append(string? value)
    {
        var length = Encoding.UTF8.GetMaxByteCount(value?.Length ?? 0) + 4;
        if (_text.Length < length)
        {
            _text = new byte[length];
        }

        var bytes = value is null ? 0 : Encoding.UTF8.GetBytes(value, _text.AsSpan(4));
        BinaryPrimitives.WriteInt32BigEndian(_text, bytes);
        _mac.AppendData(_text, 0, bytes + 4);
    }

    private void Finish(Span<byte> into)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _mac.GetHashAndReset(hash);
        hash[..Half].CopyTo(into);
    }
}
