using System.Buffers;
using System.Runtime.InteropServices;

namespace Kpr.Core.Register.Columns;

/// <summary>
/// The values of a column while its block is made: texts, and for each row which one. A text that occurs again is found again, until it is
/// plain that they hardly do; then each row has its own. Its arrays are lent: a chunk would leave megabytes of them behind otherwise.
/// </summary>
internal sealed class ColumnValues
{
    private const int Tried = 1_024;
    private const int LeastRows = 64;
    private const int LeastText = 256;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private char[] _text = [];
    private int[] _starts = [];
    private int[] _codes = [];
    private string? _last;
    private bool _isPlain;

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>Which text each row has.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, Rows);

    /// <summary>All texts behind each other.</summary>
    public ReadOnlySpan<char> Whole => _text.AsSpan(0, Count == 0 ? 0 : _starts[Count]);

    /// <summary>A text.</summary>
    public ReadOnlySpan<char> this[int text] => _text.AsSpan(_starts[text], _starts[text + 1] - _starts[text]);

    /// <summary>Adds the value of a row; nothing is empty.</summary>
    public void Add(string? value)
    {
        value ??= "";
        if (Rows == _codes.Length)
        {
            Grow(ref _codes, Rows, LeastRows);
        }

        _codes[Rows] = ReferenceEquals(value, _last) ? _codes[Rows - 1] : CodeOf(value);
        _last = value;
        Rows++;
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        (Rows, Count, _last, _isPlain) = (0, 0, null, false);
        _places.Clear();
        GiveBack(ref _text);
        GiveBack(ref _starts);
        GiveBack(ref _codes);
    }

    private int CodeOf(string value)
    {
        if (_isPlain)
        {
            return Append(value);
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, value, out var known);
        if (!known)
        {
            place = Append(value);
            _isPlain = Count > Tried && Count > Rows * 3L / 4;
        }

        return place;
    }

    private int Append(string value)
    {
        if (Count + 2 > _starts.Length)
        {
            Grow(ref _starts, Count + 1, LeastRows);
            _starts[0] = 0;
        }

        var start = _starts[Count];
        if (start + value.Length > _text.Length)
        {
            Grow(ref _text, start, checked(start + Math.Max(value.Length, LeastText)));
        }

        value.CopyTo(_text.AsSpan(start));
        _starts[Count + 1] = start + value.Length;
        return Count++;
    }

    private static void Grow<T>(ref T[] array, int used, int more)
    {
        var larger = ArrayPool<T>.Shared.Rent(checked(used + Math.Max(used, more)));
        array.AsSpan(0, Math.Min(used, array.Length)).CopyTo(larger);
        GiveBack(ref array);
        array = larger;
    }

    private static void GiveBack<T>(ref T[] array)
    {
        if (array.Length > 0)
        {
            ArrayPool<T>.Shared.Return(array);
            array = [];
        }
    }
}
