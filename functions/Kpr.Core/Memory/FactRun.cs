using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kpr.Core.Rules;

namespace Kpr.Core.Memory;

/// <summary>
/// A run that can be asked for the facts of keys. It reads the blocks in which they can lie and no others; few keys are
/// looked up, and many are as good as reading from end to end.
/// </summary>
public sealed class FactRun
{
    // One request for neighbours, and for those with one block between: asking costs more than reading it.
    private const int Bridged = 1;
    private const int MostBlocks = 56;
    private const int AtOnce = 16;

    private readonly IRunSource _source;
    private readonly RunBlock[] _index;

    private FactRun(IRunSource source, RunBlock[] index, long facts)
    {
        _source = source;
        _index = index;
        Facts = facts;
    }

    /// <summary>Name of the run.</summary>
    public string Name => _source.Name;

    /// <summary>Number of facts.</summary>
    public long Facts { get; }

    /// <summary>Opens a run: reads its end and its index.</summary>
    /// <exception cref="RunDamagedException">It is cut off or damaged.</exception>
    public static async Task<FactRun> OpenAsync(IRunSource source, CancellationToken cancellationToken = default)
    {
        var end = MemoryMarshal.Read<RunEnd>(await ReadAsync(source, source.Length - RunEnd.Length, RunEnd.Length, cancellationToken));
        var indexLength = end.Blocks * Unsafe.SizeOf<RunBlock>();
        if (end.Mark != RunEnd.ThisIs
            || end.Blocks != (end.Facts + RunBlock.Facts - 1) / RunBlock.Facts
            || source.Length != (end.Facts * RunBlock.FactLength) + indexLength + RunEnd.Length)
        {
            throw new RunDamagedException(source.Name, "its end is not the end of a run, or not of this one");
        }

        var index = await ReadAsync(source, end.Facts * RunBlock.FactLength, checked((int)indexLength), cancellationToken);
        return RunBlock.SumOf(index) == end.IndexSum
            ? new FactRun(source, MemoryMarshal.Cast<byte, RunBlock>(index).ToArray(), end.Facts)
            : throw new RunDamagedException(source.Name, "its index is not as it was written");
    }

    /// <summary>The facts of keys, in order.</summary>
    /// <param name="keys">The keys, in order and each once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RunDamagedException">A block is not as it was written.</exception>
    public async Task<List<Fact>> FindAsync(IReadOnlyList<FactKey> keys, CancellationToken cancellationToken = default)
    {
        var found = new List<Fact>();
        var place = 0;
        foreach (var ranges in Ranges(keys).Chunk(AtOnce))
        {
            foreach (var facts in await Task.WhenAll(ranges.Select(range => ReadAsync(range.First, range.Count, cancellationToken))))
            {
                foreach (var fact in facts)
                {
                    var key = FactKey.Of(fact);
                    while (place < keys.Count && keys[place] < key)
                    {
                        place++;
                    }

                    if (place < keys.Count && keys[place] == key)
                    {
                        found.Add(fact);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>All facts, in order.</summary>
    /// <exception cref="RunDamagedException">A block is not as it was written.</exception>
    public async IAsyncEnumerable<Fact> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var block = 0; block < _index.Length; block += MostBlocks)
        {
            foreach (var fact in await ReadAsync(block, Math.Min(MostBlocks, _index.Length - block), cancellationToken))
            {
                yield return fact;
            }
        }
    }

    private IEnumerable<(int First, int Count)> Ranges(IReadOnlyList<FactKey> keys)
    {
        var (first, next) = (0, 0);
        foreach (var key in keys)
        {
            // The facts of a key may begin in the block before the first that begins with it or behind it.
            var from = Math.Max(Search(key, beyond: false) - 1, next);
            var to = Search(key, beyond: true);
            for (var block = from; block < to; block++)
            {
                if (next > first && (block > next + Bridged || block - first >= MostBlocks))
                {
                    yield return (first, next - first);
                    first = block;
                }
                else if (next == first)
                {
                    first = block;
                }

                next = block + 1;
            }
        }

        if (next > first)
        {
            yield return (first, next - first);
        }
    }

    // The first block that begins with the key or behind it; or, beyond, the first that begins behind it.
    private int Search(FactKey key, bool beyond)
    {
        var (low, high) = (0, _index.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = _index[middle].First.CompareTo(key);
            if (order < 0 || (beyond && order == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private async Task<Fact[]> ReadAsync(int first, int count, CancellationToken cancellationToken)
    {
        var facts = new Fact[Math.Min((long)count * RunBlock.Facts, Facts - ((long)first * RunBlock.Facts))];
        var bytes = await ReadAsync(_source, (long)first * RunBlock.Length, facts.Length * RunBlock.FactLength, cancellationToken);
        for (var block = 0; block < count; block++)
        {
            var start = block * RunBlock.Length;
            if (RunBlock.SumOf(bytes.AsSpan(start, Math.Min(RunBlock.Length, bytes.Length - start))) != _index[first + block].Sum)
            {
                throw new RunDamagedException(Name, $"block {first + block} is not as it was written");
            }
        }

        bytes.CopyTo(MemoryMarshal.AsBytes(facts.AsSpan()));
        return facts;
    }

    private static async Task<byte[]> ReadAsync(IRunSource source, long offset, int length, CancellationToken cancellationToken)
    {
        if (offset < 0)
        {
            throw new RunDamagedException(source.Name, "it is cut off");
        }

        var bytes = new byte[length];
        try
        {
            await source.ReadAsync(offset, bytes, cancellationToken);
        }
        catch (EndOfStreamException)
        {
            throw new RunDamagedException(source.Name, "it is cut off");
        }

        return bytes;
    }
}
