using System.Runtime.InteropServices;

namespace Kpr.Core.Register.Columns;

/// <summary>
/// The values of a column while its block is made: texts, and for each row which one. A text that occurs again is found again, until it is
/// plain that they hardly do; then each row has its own.
/// </summary>
internal sealed class ColumnValues
{
    private const int Tried = 1_024;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private char[] _text = new char[256];
    private int[] _starts = new int[64];
    private int[] _codes = new int[64];
    private string? _last;
    private bool _isPlain;

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>Which text each row has.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, Rows);

    /// <summary>All texts behind each other.</summary>
    public ReadOnlySpan<char> Whole => _text.AsSpan(0, _starts[Count]);

    /// <summary>A text.</summary>
    public ReadOnlySpan<char> this[int text] => _text.AsSpan(_starts[text], _starts[text + 1] - _starts[text]);

    /// <summary>Adds the value of a row; nothing is empty.</summary>
    public void Add(string? value)
    {
        value ??= "";
        if (Rows == _codes.Length)
        {
            Array.Resize(ref _codes, 2 * Rows);
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
            Array.Resize(ref _starts, 2 * _starts.Length);
        }

        var start = _starts[Count];
        if (start + value.Length > _text.Length)
        {
            Array.Resize(ref _text, checked(2 * (start + value.Length)));
        }

        value.CopyTo(_text.AsSpan(start));
        _starts[Count + 1] = start + value.Length;
        return Count++;
    }
}
