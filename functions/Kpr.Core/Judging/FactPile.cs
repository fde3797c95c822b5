using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>
/// Facts of one kind in memory. Sorts eight bytes of each fact's key beside its place, which the framework does several
/// times as fast as sorting the facts themselves by a comparer; whole facts are compared only where those bytes are equal.
/// </summary>
internal sealed class FactPile
{
    private const int BlockLength = 1 << 12;

    private readonly List<Fact[]> _blocks = [];
    private readonly Comparison<int> _byWholeFact;

    // Kept from one sorting to the next: a long file is sorted many times.
    private ulong[] _keys = [];
    private int[] _places = [];

    /// <summary>An empty pile.</summary>
    public FactPile() => _byWholeFact = (a, b) => Fact.Compare(At(a), At(b));

    /// <summary>Number of facts.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a fact.</summary>
    public void Add(in Fact fact)
    {
        var (block, place) = Math.DivRem(Count, BlockLength);
        if (block == _blocks.Count)
        {
            _blocks.Add(new Fact[BlockLength]);
        }

        _blocks[block][place] = fact;
        Count++;
    }

    /// <summary>Empties the pile; its memory is kept for what comes next.</summary>
    public void Clear() => Count = 0;

    /// <summary>A fact by its place in the order of judging, as it was when <see cref="Sort"/> was called last.</summary>
    public ref readonly Fact this[int place] => ref At(_places[place]);

    /// <summary>Finds the order of judging.</summary>
    public void Sort()
    {
        if (_keys.Length < Count)
        {
            (_keys, _places) = (new ulong[_blocks.Count * BlockLength], new int[_blocks.Count * BlockLength]);
        }

        if (!Gather())
        {
            Array.Sort(_keys, _places, 0, Count);
            SortEqualKeys();
        }
    }

    private ref Fact At(int place) => ref _blocks[place / BlockLength][place % BlockLength];

    // Answers whether they lie in order already, as those of a sequence do.
    private bool Gather()
    {
        var rising = true;
        for (var place = 0; place < Count; place++)
        {
            _keys[place] = At(place).LeadingOrder;
            _places[place] = place;
            rising &= place == 0 || _keys[place] > _keys[place - 1];
        }

        return rising;
    }

    private void SortEqualKeys()
    {
        var start = 0;
        for (var i = 1; i <= Count; i++)
        {
            if (i < Count && _keys[i] == _keys[start])
            {
                continue;
            }

            if (i - start > 1)
            {
                _places.AsSpan(start, i - start).Sort(_byWholeFact);
            }

            start = i;
        }
    }
}
