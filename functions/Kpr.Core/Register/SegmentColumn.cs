using System.Globalization;
using System.Text;
using Kpr.Core.Identity;
using Kpr.Core.Register.Columns;

namespace Kpr.Core.Register;

/// <summary>
/// A column of the block that a <see cref="SegmentReader"/> stands at. Its bytes are held against their sum and unpacked when it is first asked.
/// Nothing is made for a value but where a string is asked for.
/// </summary>
public sealed partial class SegmentColumn
{
    private readonly char[] _written = new char[ColumnWriter.IdTextLength];
    private byte[] _stored = [];
    private byte[] _unpacked = [];
    private char[] _text = [];
    private byte[] _utf8 = [];
    private int[] _starts = [];
    private int[] _numbers = [];
    private int[] _seconds = [];
    private int[] _days = [];
    private string?[] _strings = [];
    private ColumnPlace _place;
    private bool _isReady;
    private int _codes;
    private int _unit;
    private long _least;
    private int _keys;
    private int _bytes;
    private int _utf8Row = -1;
    private int _utf8Length;
    private bool _isAscii;

    internal SegmentColumn(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Rows of the block.</summary>
    public int Rows { get; private set; }

    /// <summary>Whether no row has a value.</summary>
    public bool IsEmpty => _place.Kind == ColumnKind.Empty;

    /// <summary>Whether the rows have codes: few values that occur again and again, or date and time.</summary>
    public bool IsCoded => _place.Kind is ColumnKind.Empty or ColumnKind.Coded or ColumnKind.Times;

    /// <summary>Whether the codes stand for the days of date and time.</summary>
    public bool HasDays => _place.Kind == ColumnKind.Times;

    /// <summary>The code of each row, from 0, where rows have codes.</summary>
    public ReadOnlySpan<int> Codes => Ready()._numbers.AsSpan(0, IsCoded ? Rows : 0);

    /// <summary>Number of codes.</summary>
    public int CodeCount => Ready()._codes;

    /// <summary>What a code stands for: a value, or its day (<c>yyyy-MM-dd</c>) where <see cref="HasDays"/>.</summary>
    public string TextOf(int code) => Ready()._strings[code] ??= _place.Kind switch
    {
        ColumnKind.Coded => new string(Slice(code)),
        ColumnKind.Times when _days[code] >= 0 => new string(Day(code)),
        _ => "",
    };

    /// <summary>The text of a row; empty when it has no value. Good until the next one is asked for.</summary>
    public ReadOnlySpan<char> this[int row]
    {
        get
        {
            Ready();
            return _place.Kind switch
            {
                ColumnKind.Coded => Slice(_numbers[row]),
                ColumnKind.Text => Slice(row),
                ColumnKind.PersonKeys when IsPresent(row) => Written(KeyOf(row).TryFormat(_written, out var length), length),
                ColumnKind.Ids when IsPresent(row) => Written(IdOf(row).TryFormat(_written, out var length, "D"), length),
                ColumnKind.Numbers when _numbers[row] > 0 => Written((_least + _numbers[row] - 1).TryFormat(_written, out var length, default, CultureInfo.InvariantCulture), length),
                ColumnKind.Times when _days[_numbers[row]] >= 0 => Time(row),
                _ => default,
            };
        }
    }

    /// <summary>The text of a row as UTF-8; empty when it has no value. Good until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        Ready();
        switch (_place.Kind)
        {
            case ColumnKind.Coded when _isAscii:
                return Bytes(_numbers[row]);
            case ColumnKind.Text when _isAscii:
                return Bytes(row);
            default:
                if (_utf8Row != row)
                {
                    var text = this[row];
                    Grow(ref _utf8, Encoding.UTF8.GetMaxByteCount(text.Length));
                    (_utf8Row, _utf8Length) = (row, Encoding.UTF8.GetBytes(text, _utf8));
                }

                return _utf8.AsSpan(0, _utf8Length);
        }
    }

    /// <summary>The day of a row, where the rows have date and time and the row has one.</summary>
    public bool TryGetDay(int row, out DateOnly day)
    {
        Ready();
        var number = HasDays ? _days[_numbers[row]] : -1;
        day = number >= 0 ? DateOnly.FromDayNumber(number) : default;
        return number >= 0;
    }

    /// <summary>The text of a row as a string: one for all rows of a code.</summary>
    public string StringOf(int row) => _place.Kind switch
    {
        ColumnKind.Empty => "",
        ColumnKind.Coded => TextOf(Ready()._numbers[row]),
        _ => new string(this[row]),
    };

    /// <summary>The person key of a row, where it has one.</summary>
    public bool TryGetPerson(int row, out PersonKey key)
    {
        Ready();
        if (_place.Kind == ColumnKind.PersonKeys)
        {
            key = IsPresent(row) ? KeyOf(row) : default;
            return IsPresent(row);
        }

        return PersonKey.TryParse(this[row], out key);
    }

    /// <summary>The whole number of a row, where it has one.</summary>
    public bool TryGetNumber(int row, out long number)
    {
        Ready();
        if (_place.Kind == ColumnKind.Numbers)
        {
            number = _least + _numbers[row] - 1;
            return _numbers[row] > 0;
        }

        return long.TryParse(this[row], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>One value for all rows.</summary>
    internal void Fill(string value, int rows)
    {
        (Rows, _place, _isReady, _isAscii, _utf8Row) = (rows, new ColumnPlace(ColumnKind.Coded, 0, 0, false, 0), true, false, -1);
        Grow(ref _numbers, rows);
        _numbers.AsSpan(0, rows).Clear();
        BeginCodes(1);
        (_strings[0], _text, _starts) = (value, value.ToCharArray(), [0, value.Length]);
    }

    internal void Fill(Stream segment, int rows, ColumnPlace place)
    {
        SegmentFrames.Fill(segment, ref _stored, 0, place.Stored);
        Begin(rows, place);
    }

    internal void Fill(ColumnKind kind, int rows, ReadOnlySpan<byte> bytes)
    {
        Grow(ref _stored, bytes.Length);
        bytes.CopyTo(_stored);
        Begin(rows, new ColumnPlace(kind, bytes.Length, bytes.Length, false, Crc32C.Of(bytes)));
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, 2 * array.Length)];
        }
    }

    private void Begin(int rows, ColumnPlace place) => (Rows, _place, _isReady, _utf8Row) = (rows, place, false, -1);

    private SegmentColumn Ready()
    {
        if (!_isReady)
        {
            Read();
            _isReady = true;
        }

        return this;
    }

    private ReadOnlySpan<char> Slice(int at) => _text.AsSpan(_starts[at], _starts[at + 1] - _starts[at]);

    // Of ASCII, bytes and characters have the same places.
    private ReadOnlySpan<byte> Bytes(int at) => (_place.IsPacked ? _unpacked : _stored).AsSpan(_bytes + _starts[at], _starts[at + 1] - _starts[at]);

    private ReadOnlySpan<char> Written(bool written, int length) => written ? _written.AsSpan(0, length) : throw new SegmentDamagedException($"a value of the column {Name} is too long");

    private ReadOnlySpan<char> Day(int code)
    {
        StoredTime.FormatDay(_days[code], _written);
        return _written.AsSpan(0, StoredTime.DayLength);
    }

    private ReadOnlySpan<char> Time(int row)
    {
        StoredTime.FormatDay(_days[_numbers[row]], _written);
        StoredTime.FormatTime(_seconds[row] * _unit, _written.AsSpan(StoredTime.DayLength));
        return _written.AsSpan(0, StoredTime.Length);
    }

    private bool IsPresent(int row) => (_stored[row >> 3] >> (row & 7) & 1) == 1;

    private PersonKey KeyOf(int row) => new(_stored.AsSpan(_keys + (row * PersonKey.ByteLength), PersonKey.ByteLength));

    private Guid IdOf(int row) => new(_stored.AsSpan(_keys + (row * ColumnWriter.IdLength), ColumnWriter.IdLength), bigEndian: true);
}
