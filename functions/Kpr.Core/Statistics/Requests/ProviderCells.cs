using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Kpr.Core.Statistics.Requests;

/// <summary>
/// What each provider (practice, provider of care, municipality) supplies to each finest cell: contacts, or the sum of a sum. Parts counted apart are joined
/// exactly; they are written in buckets by provider, so that the providers of a bucket can be joined without the others.
/// </summary>
public sealed class ProviderCells
{
    private readonly Dictionary<string, Dictionary<int, long>> _cells = new(StringComparer.Ordinal);

    /// <summary>Number of providers.</summary>
    public int Count => _cells.Count;

    /// <summary>Takes what a provider supplies to a cell. Rows whose provider is not known are taken to be of one: that hides more, not less.</summary>
    public void Add(ReadOnlySpan<char> provider, int cell, long amount)
    {
        var known = _cells.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(provider, out var cells))
        {
            known[provider] = cells = [];
        }

        CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _) += amount;
    }

    /// <summary>What each provider supplies, in no order.</summary>
    public IEnumerable<IReadOnlyDictionary<int, long>> Cells() => _cells.Values;

    /// <summary>Takes the providers of another part.</summary>
    public void Join(ProviderCells other)
    {
        foreach (var (provider, cells) in other._cells)
        {
            foreach (var (cell, amount) in cells)
            {
                Add(provider, cell, amount);
            }
        }
    }

    /// <summary>Writes the providers of a bucket, packed, in the order of their ids.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="buckets">How many there are.</param>
    public byte[] Write(int bucket, int buckets)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var text = new StreamWriter(gzip, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var (provider, cells) in _cells.Where(one => KeyBuckets.Of(one.Key, buckets) == bucket).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                // The id comes last: it may hold anything but a line's end.
                text.WriteLine($"{string.Join(' ', cells.OrderBy(cell => cell.Key).Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key}:{cell.Value}")))},{provider}");
            }
        }

        return packed.ToArray();
    }

    /// <summary>Takes the providers that another part wrote.</summary>
    public void Read(Stream packed)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        while (text.ReadLine() is { } line)
        {
            var end = line.IndexOf(',', StringComparison.Ordinal);
            foreach (var pair in line[..end].Split(' '))
            {
                var colon = pair.IndexOf(':', StringComparison.Ordinal);
                Add(line.AsSpan(end + 1), int.Parse(pair.AsSpan(0, colon), CultureInfo.InvariantCulture), long.Parse(pair.AsSpan(colon + 1), CultureInfo.InvariantCulture));
            }
        }
    }
}
