using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Sorting;

namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>
/// Makes the sums of a table's rows, by which two deliveries of a project are compared without either being opened: for each row 16 bytes of a keyed hash of its key and 16 of its
/// content, sorted. The key of the hash is the project's secret, so that nobody without it can try out whether somebody is in it; when the secret is destroyed the sums are noise.
/// They come as runs, which the caller keeps, and which <see cref="Write"/> merges.
/// </summary>
/// <remarks>Form: "KPRSUM1" and a line feed, then 32 bytes a row. A table without a primary key has its rows for keys: a row that changes is then one removed and one added.</remarks>
public sealed class ContentSums : IDisposable
{
    /// <summary>Bytes that are held at once where nothing else is said.</summary>
    public const int DefaultLimit = 16 << 20;

    /// <summary>Bytes of a row's sums.</summary>
    internal const int Length = 2 * Half;

    private const int Half = 16;
    private const int LengthOfLength = sizeof(int);
    private const string Scheme = "kpr-row-sum-1";

    private readonly IncrementalHash _mac;
    private readonly RecordBlock _block = new();
    private readonly int[] _keys;
    private readonly int _limit;
    private readonly byte[] _ofContent;
    private readonly byte[] _ofKey;
    private byte[] _message = new byte[1024];
    private int _length;

    private ContentSums(ProjectSecret secret, string name, int[] keys, int limit)
    {
        (_mac, _keys, _limit) = (IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Bytes), keys, limit);
        (_ofContent, _ofKey) = (Begin(name, "content"), Begin(name, "key"));
    }

    /// <summary>What every file of sums begins with.</summary>
    internal static ReadOnlySpan<byte> Head => "KPRSUM1\n"u8;

    private bool IsFull => _block.Length + ((long)_block.Count * RecordBlock.PlaceLength) > _limit;

    /// <summary>Begins the sums of a table.</summary>
    /// <param name="secret">The project's secret.</param>
    /// <param name="table">The table.</param>
    /// <param name="limit">Bytes that are held at once; as much again is needed to hand them out.</param>
    public static ContentSums OfTable(ProjectSecret secret, ExtractTable table, int limit = DefaultLimit)
    {
        var names = table.Columns.Select(column => column.Name).ToList();
        return new ContentSums(secret, $"table:{table.Name}", [.. table.PrimaryKey.Select(key => names.IndexOf(key))], limit);
    }

    /// <summary>Begins the sums of an extract's persons.</summary>
    /// <param name="secret">The project's secret.</param>
    /// <param name="limit">Bytes that are held at once; as much again is needed to hand them out.</param>
    public static ContentSums OfPersons(ProjectSecret secret, int limit = DefaultLimit) => new(secret, "persons", [], limit);

    /// <summary>Writes sums that came as runs.</summary>
    /// <param name="runs">All of them, in any order.</param>
    /// <param name="target">Takes the sums.</param>
    public static void Write(IReadOnlyList<Stream> runs, Stream target)
    {
        var buffered = new BufferedStream(target, 1 << 16);
        buffered.Write(Head);
        foreach (var run in RecordMerge.InOrder(runs.Select(run => new RecordCursor(run))))
        {
            buffered.Write(run.Record);
        }

        buffered.Flush();
    }

    /// <summary>Adds the rows of a table as it is packed: CSV in UTF-8 with a header.</summary>
    /// <returns>Runs; each must be kept before the next is asked for.</returns>
    public IEnumerable<ReadOnlyMemory<byte>> OfCsv(Stream table)
    {
        using var csv = CsvReader.Create(table, new CsvReaderOptions { Separator = ',', HasHeader = false }, leaveOpen: true);
        csv.Read();
        while (csv.Read())
        {
            Take(csv);
            if (IsFull)
            {
                yield return Pack();
            }
        }

        yield return Pack();
    }

    /// <summary>Adds the persons of an extract.</summary>
    /// <param name="persons">Their keys, each once.</param>
    /// <returns>Runs; each must be kept before the next is asked for.</returns>
    public IEnumerable<ReadOnlyMemory<byte>> Of(IEnumerable<ProjectKey> persons)
    {
        foreach (var person in persons)
        {
            Take(person);
            if (IsFull)
            {
                yield return Pack();
            }
        }

        yield return Pack();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_message);
        _mac.Dispose();
    }

    private void Take(CsvReader row)
    {
        Put(_ofContent);
        for (var cell = 0; cell < row.FieldCount; cell++)
        {
            Append(row.GetSpan(cell));
        }

        var sums = Finish();
        if (_keys.Length > 0)
        {
            Put(_ofKey);
            foreach (var key in _keys)
            {
                Append(row.GetSpan(key));
            }

            Hash(sums[..Half]);
        }
    }

    private void Take(ProjectKey person)
    {
        Span<byte> text = stackalloc byte[ProjectKey.TextLength];
        person.Write(text);
        Put(_ofContent);
        Append(text);
        Finish();
    }

    private ReadOnlyMemory<byte> Pack()
    {
        _block.Sort();
        var run = _block.Run();
        _block.Clear();
        return run;
    }

    private byte[] Begin(string name, string what)
    {
        _length = 0;
        Append(Encoding.UTF8.GetBytes(Scheme));
        Append(Encoding.UTF8.GetBytes(name));
        Append(Encoding.UTF8.GetBytes(what));
        return _message[.._length];
    }

    private void Put(byte[] beginning)
    {
        beginning.CopyTo(_message, 0);
        _length = beginning.Length;
    }

    // Each with its length, so that neighbours cannot flow into each other.
    private void Append(ReadOnlySpan<byte> value)
    {
        var end = _length + LengthOfLength + value.Length;
        if (end > _message.Length)
        {
            var larger = new byte[2 * end];
            _message.AsSpan(0, _length).CopyTo(larger);
            CryptographicOperations.ZeroMemory(_message);
            _message = larger;
        }

        BinaryPrimitives.WriteInt32BigEndian(_message.AsSpan(_length), value.Length);
        value.CopyTo(_message.AsSpan(_length + LengthOfLength));
        _length = end;
    }

    // The sum of the content stands for the key where there is none.
    private Span<byte> Finish()
    {
        var sums = _block.Add(Length);
        Hash(sums[Half..]);
        sums[Half..].CopyTo(sums);
        return sums;
    }

    private void Hash(Span<byte> into)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _mac.AppendData(_message, 0, _length);
        _mac.GetHashAndReset(hash);
        hash[..into.Length].CopyTo(into);
    }
}
