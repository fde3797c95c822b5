using System.Runtime.InteropServices;
using Kpr.Core.Rules;

namespace Kpr.Core.Memory;

/// <summary>
/// Writes a run: facts in order, in blocks, with an index at the end. The facts are written as known: without place in the
/// file they came with, since that file is no longer at hand.
/// </summary>
/// <param name="target">Where the run is written; stays open.</param>
public sealed class RunWriter(Stream target)
{
    private readonly Fact[] _block = new Fact[RunBlock.Facts];
    private readonly List<RunBlock> _index = [];
    private int _kept;

    /// <summary>Number of facts.</summary>
    public long Facts { get; private set; }

    /// <summary>Adds a fact.</summary>
    /// <exception cref="ArgumentException">It comes before the last one in the order.</exception>
    public void Add(in Fact fact)
    {
        var known = fact.AsKnown();
        if (_kept == _block.Length)
        {
            // Kept back until now, so that the order can be checked across blocks.
            var last = _block[^1];
            Flush();
            Check(last, known);
        }
        else if (_kept > 0)
        {
            Check(_block[_kept - 1], known);
        }

        _block[_kept++] = known;
        Facts++;
    }

    /// <summary>Writes what is left, and the index.</summary>
    /// <returns>Length of the run in bytes.</returns>
    public long Finish()
    {
        Flush();
        var index = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_index));
        target.Write(index);
        var end = new RunEnd(RunEnd.ThisIs, Facts, _index.Count, RunBlock.SumOf(index));
        target.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<RunEnd>(in end)));
        return (Facts * RunBlock.FactLength) + index.Length + RunEnd.Length;
    }

    private static void Check(in Fact last, in Fact fact)
    {
        if (Fact.Compare(last, fact) > 0)
        {
            throw new ArgumentException("The facts of a run come in order.", nameof(fact));
        }
    }

    private void Flush()
    {
        if (_kept > 0)
        {
            var bytes = MemoryMarshal.AsBytes(_block.AsSpan(0, _kept));
            var first = FactKey.Of(_block[0]);
            _index.Add(new RunBlock(first.Key, (ulong)first.Kind, RunBlock.SumOf(bytes)));
            target.Write(bytes);
            _kept = 0;
        }
    }
}
