using System.Runtime.InteropServices;
using Kpr.Core.Formats;
using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>
/// The facts of a file in the order of judging, however many: sorted in runs, kept in memory up to a budget and
/// spilled to a temporary file beyond it.
/// </summary>
/// <param name="budget">Number of facts kept in memory (72 bytes each). Default: 524,288, about 38 MB.</param>
public sealed class FactRuns(int budget = 1 << 19) : IFactSink, IDisposable
{
    private const int RunLength = 1 << 15;

    private readonly List<ArraySegment<Fact>> _sorted = [];
    private readonly List<Stream> _spilled = [];
    private readonly Stack<Fact[]> _free = [];
    private Fact[] _current = [];
    private int _count;

    /// <summary>Number of facts taken.</summary>
    public long Count { get; private set; }

    /// <summary>Number of runs on disk: zero while the budget holds.</summary>
    public int SpilledRuns => _spilled.Count;

    /// <inheritdoc/>
    public void Add(in Fact fact)
    {
        if (_count == _current.Length)
        {
            Seal();
            _current = _free.TryPop(out var free) ? free : new Fact[RunLength];
        }

        _current[_count++] = fact;
        Count++;
    }

    /// <summary>Adds facts that were sorted and written elsewhere by <see cref="Write"/>.</summary>
    /// <param name="sorted">Read forwards while merging; disposed with this.</param>
    public void AddRun(Stream sorted) => _spilled.Add(sorted);

    /// <summary>Writes the facts in order.</summary>
    public void Write(Stream target)
    {
        foreach (var fact in Merge())
        {
            target.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Fact>(in fact)));
        }
    }

    /// <summary>The facts in order.</summary>
    public IEnumerable<Fact> Merge()
    {
        Seal();
        if (_sorted.Count == 1 && _spilled.Count == 0)
        {
            return _sorted[0];
        }

        return Merge([.. _spilled.Select(stream => (IFactCursor)new StreamCursor(stream)), .. _sorted.Select(run => new ArrayCursor(run))]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var stream in _spilled)
        {
            stream.Dispose();
        }
    }

    private static IEnumerable<Fact> Merge(IFactCursor[] cursors)
    {
        var queue = new PriorityQueue<IFactCursor, Fact>(cursors.Length, Comparer<Fact>.Create(static (a, b) => Fact.Compare(a, b)));
        foreach (var cursor in cursors)
        {
            if (cursor.MoveNext())
            {
                queue.Enqueue(cursor, cursor.Current);
            }
        }

        while (queue.TryPeek(out var cursor, out var fact))
        {
            yield return fact;
            if (cursor.MoveNext())
            {
                queue.DequeueEnqueue(cursor, cursor.Current);
            }
            else
            {
                queue.Dequeue();
            }
        }
    }

    private void Seal()
    {
        if (_count > 0)
        {
            _current.AsSpan(0, _count).Sort(default(FactOrder));
            _sorted.Add(new ArraySegment<Fact>(_current, 0, _count));
            _current = [];
            _count = 0;
        }

        if (_sorted.Count > 1 && (long)_sorted.Count * RunLength >= budget)
        {
            Spill();
        }
    }

    private void Spill()
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None,
                Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16,
            });
        foreach (var fact in Merge([.. _sorted.Select(run => new ArrayCursor(run))]))
        {
            file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Fact>(in fact)));
        }

        file.Position = 0;
        _spilled.Add(file);
        foreach (var run in _sorted)
        {
            _free.Push(run.Array!);
        }

        _sorted.Clear();
    }

    private readonly struct FactOrder : IComparer<Fact>
    {
        public int Compare(Fact x, Fact y) => Fact.Compare(x, y);
    }

    private interface IFactCursor
    {
        Fact Current { get; }

        bool MoveNext();
    }

    private sealed class ArrayCursor(ArraySegment<Fact> run) : IFactCursor
    {
        private int _next;

        public Fact Current => run[_next - 1];

        public bool MoveNext() => _next++ < run.Count;
    }

    private sealed class StreamCursor(Stream stream) : IFactCursor
    {
        private readonly Fact[] _block = new Fact[256];
        private int _next;
        private int _count;

        public Fact Current => _block[_next - 1];

        public bool MoveNext()
        {
            if (_next == _count)
            {
                var bytes = MemoryMarshal.AsBytes(_block.AsSpan());
                var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                _count = read / Marshal.SizeOf<Fact>();
                _next = 0;
            }

            return _next < _count && ++_next > 0;
        }
    }
}
