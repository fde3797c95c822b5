using Kpr.Core.Register;

namespace Kpr.Core.Statistics.Requests;

/// <summary>Turns the values of two columns into a number, row by row. It is asked once for each pair of values of a block, where the columns have codes.</summary>
/// <param name="number">The number of two values.</param>
/// <param name="byDay">Whether the day is all that it needs of date and time.</param>
internal sealed class PairedColumns(Func<string, string, int> number, bool byDay)
{
    private const int MostPairs = 1 << 16;
    private const int NotAsked = -1;

    private SegmentColumn? _one;
    private SegmentColumn? _other;
    private int[] _known = [];
    private int _others;

    /// <summary>Goes to another block.</summary>
    public void Begin(SegmentColumn one, SegmentColumn other)
    {
        (_one, _other, _others) = (one, other, 0);
        if (HasCodes(one) && HasCodes(other))
        {
            var others = ReferenceEquals(one, other) ? 1 : other.CodeCount;
            var pairs = (long)one.CodeCount * others;
            if (pairs <= MostPairs)
            {
                _others = others;
                _known = _known.Length < pairs ? new int[pairs] : _known;
                _known.AsSpan(0, (int)pairs).Fill(NotAsked);
            }
        }
    }

    /// <summary>The number of a row; never negative.</summary>
    public int this[int row]
    {
        get
        {
            if (_others == 0)
            {
                return number(_one!.StringOf(row), _other!.StringOf(row));
            }

            var one = _one!.Codes[row];
            var other = _others == 1 ? 0 : _other!.Codes[row];
            ref var known = ref _known[(one * _others) + other];
            return known != NotAsked ? known : known = number(_one.TextOf(one), _other!.TextOf(ReferenceEquals(_one, _other) ? one : other));
        }
    }

    private bool HasCodes(SegmentColumn column) => column.IsCoded && (byDay || !column.HasDays);
}
