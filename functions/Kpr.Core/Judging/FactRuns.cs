using System.Runtime.InteropServices;
using Kpr.Core.Formats;
using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>
/// The facts of a file in the order of judging, however many: kept in memory up to a budget, and spilled to temporary
/// files in sorted runs beyond it.
/// </summary>
/// <param name="budget">Number of facts kept in memory (72 bytes each). Default: 524,288, about 38 MB.</param>
public sealed class FactRuns(int budget = 1 << 19) : IFactSink, IDisposable
{
    private const int BlockLength = 256;

    // By the number of their kind, since kinds are judged one after the other.
    private readonly List<FactPile> _piles = [];
    private readonly List<Stream> _runs = [];
    private int _kept;

    /// <summary>Number of facts taken.</summary>
    public long Count { get; private set; }

    /// <summary>Number of runs on disk: zero while the budget holds.</summary>
    public int SpilledRuns => _runs.Count;

    /// <inheritdoc/>
    public void Add(in Fact fact)
    {
        if (_kept >= budget)
        {
            Spill();
        }

        while (_piles.Count <= (int)fact.Kind)
        {
            _piles.Add(new FactPile());
        }

        _piles[(int)fact.Kind].Add(fact);
        _kept++;
        Count++;
    }

    /// <summary>Adds facts that were sorted and written elsewhere by <see cref="Write"/>.</summary>
    /// <param name="sorted">Read forwards while merging; disposed with this.</param>
    public void AddRun(Stream sorted) => _runs.Add(sorted);

    /// <summary>Writes the facts in order.</summary>
    public void Write(Stream target) => Copy(Merge(), target);

    /// <summary>The facts in order; to be read once, and no fact may be added after this.</summary>
    /// <exception cref="InvalidDataException">A run that was written elsewhere is cut off.</exception>
    public IEnumerable<Fact> Merge() => _runs.Count == 0 ? Kept() : FactMerge.Of([.. _runs.Select(StoredFacts), Kept()]);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var run in _runs)
        {
            run.Dispose();
        }
    }

    private static void Copy(IEnumerable<Fact> facts, Stream target)
    {
        var block = new Fact[BlockLength];
        var count = 0;
        foreach (var fact in facts)
        {
            block[count++] = fact;
            if (count == block.Length)
            {
                target.Write(MemoryMarshal.AsBytes(block.AsSpan()));
                count = 0;
            }
        }

        target.Write(MemoryMarshal.AsBytes(block.AsSpan(0, count)));
    }

    private static IEnumerable<Fact> StoredFacts(Stream stream)
    {
        var block = new Fact[BlockLength];
        while (true)
        {
            var bytes = MemoryMarshal.AsBytes(block.AsSpan());
            var (count, rest) = Math.DivRem(stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false), Marshal.SizeOf<Fact>());
            if (rest != 0)
            {
                throw new InvalidDataException("A run of facts ends within a fact.");
            }

            for (var i = 0; i < count; i++)
            {
                yield return block[i];
            }

            if (count < block.Length)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Fact> Kept()
    {
        foreach (var pile in _piles)
        {
            pile.Sort();
            for (var place = 0; place < pile.Count; place++)
            {
                yield return pile[place];
            }
        }
    }

    private void Spill()
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 0,
            });
        Copy(Kept(), file);
        file.Position = 0;
        _runs.Add(file);
        foreach (var pile in _piles)
        {
            pile.Clear();
        }

        _kept = 0;
    }
}
