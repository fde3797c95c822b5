using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Kpr.Core.Identity;

namespace Kpr.Core.Register.Columns;

/// <summary>Writes the values of a column in the form that suits them. The same values give the same bytes.</summary>
internal sealed class ColumnWriter
{
    /// <summary>Most bytes that a column of a block may have.</summary>
    public const int MostBytes = 1 << 30;

    /// <summary>Characters of a GUID.</summary>
    public const int IdTextLength = 36;

    /// <summary>Bytes of a GUID.</summary>
    public const int IdLength = 16;

    private const int MostDigits = 20;
    private const int Minute = 60;

    private readonly Dictionary<int, int> _days = [];
    private int[] _numbers = [];
    private int[] _more = [];
    private int[] _ofRows = [];
    private int[] _others = [];

    /// <summary>Writes a column.</summary>
    /// <param name="values">The values.</param>
    /// <param name="into">Takes the bytes.</param>
    /// <returns>The form.</returns>
    public ColumnKind Write(ColumnValues values, ColumnBytes into)
    {
        var first = LengthOfFirst(values);
        if (first == 0)
        {
            return ColumnKind.Empty;
        }

        Grow(ref _numbers, values.Count);
        Grow(ref _more, values.Count);
        Grow(ref _ofRows, values.Rows);
        Grow(ref _others, values.Rows);
        if (first == PersonKey.TextLength && TryPersonKeys(values, into))
        {
            return ColumnKind.PersonKeys;
        }

        if (first == StoredTime.Length && TryTimes(values, into))
        {
            return ColumnKind.Times;
        }

        var isId = first == IdTextLength;
        if (values.Count <= Math.Max(1, values.Rows / (isId ? 8 : 2)))
        {
            WriteCodes(values, into);
            return ColumnKind.Coded;
        }

        if (isId && TryIds(values, into))
        {
            return ColumnKind.Ids;
        }

        if (TryNumbers(values, into))
        {
            return ColumnKind.Numbers;
        }

        WriteText(values, into);
        return ColumnKind.Text;
    }

    private static void Grow(ref int[] array, int length) => array = array.Length < length ? new int[Math.Max(length, 2 * array.Length)] : array;

    private static int LengthOfFirst(ColumnValues values)
    {
        for (var text = 0; text < values.Count; text++)
        {
            if (values[text].Length > 0)
            {
                return values[text].Length;
            }
        }

        return 0;
    }

    private void WriteCodes(ColumnValues values, ColumnBytes into)
    {
        into.Number((ulong)values.Count);
        for (var text = 0; text < values.Count; text++)
        {
            _numbers[text] = values[text].Length;
        }

        into.Packed(_numbers.AsSpan(0, values.Count));
        WriteWhole(values.Whole, into);
        into.Packed(values.Codes);
    }

    private void WriteText(ColumnValues values, ColumnBytes into)
    {
        var length = 0;
        for (var row = 0; row < values.Rows; row++)
        {
            length = checked(length + (_ofRows[row] = values[values.Codes[row]].Length));
        }

        into.Packed(_ofRows.AsSpan(0, values.Rows));
        var whole = new char[length];
        length = 0;
        foreach (var code in values.Codes)
        {
            values[code].CopyTo(whole.AsSpan(length));
            length += values[code].Length;
        }

        WriteWhole(whole, into);
    }

    // Lengths are in characters: text is turned into bytes as a whole, and half a character stays what it becomes.
    private static void WriteWhole(ReadOnlySpan<char> text, ColumnBytes into)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        into.Number((ulong)length);
        Encoding.UTF8.GetBytes(text, into.Room(length));
    }

    private static bool TryPersonKeys(ColumnValues values, ColumnBytes into)
    {
        var start = into.Length;
        WritePresence(values, into);
        foreach (var code in values.Codes)
        {
            var key = default(PersonKey);
            if (values[code].Length > 0 && !PersonKey.TryParse(values[code], out key))
            {
                into.TakeBack(into.Length - start);
                return false;
            }

            key.WriteBytes(into.Room(PersonKey.ByteLength));
        }

        return true;
    }

    private static bool TryIds(ColumnValues values, ColumnBytes into)
    {
        var start = into.Length;
        WritePresence(values, into);
        Span<char> again = stackalloc char[IdTextLength];
        foreach (var code in values.Codes)
        {
            var value = values[code];
            var id = Guid.Empty;
            if (value.Length > 0 && !(Guid.TryParseExact(value, "D", out id) && id.TryFormat(again, out _, "D") && again.SequenceEqual(value)))
            {
                into.TakeBack(into.Length - start);
                return false;
            }

            id.TryWriteBytes(into.Room(IdLength), bigEndian: true, out _);
        }

        return true;
    }

    // A bit a row says whether it has a value.
    private static void WritePresence(ColumnValues values, ColumnBytes into)
    {
        var room = into.Room((values.Rows + 7) / 8);
        room.Clear();
        for (var row = 0; row < values.Rows; row++)
        {
            room[row >> 3] |= (byte)(values[values.Codes[row]].Length > 0 ? 1 << (row & 7) : 0);
        }
    }

    // No value is a day of its own.
    private bool TryTimes(ColumnValues values, ColumnBytes into)
    {
        _days.Clear();
        var unit = Minute;
        for (var text = 0; text < values.Count; text++)
        {
            var (day, second) = (-1, 0);
            if (values[text].Length > 0 && !StoredTime.TryParse(values[text], out day, out second))
            {
                return false;
            }

            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, day, out var known);
            place = known ? place : _days.Count - 1;
            (_numbers[text], _more[text]) = (place, second);
            unit = second % unit == 0 ? unit : 1;
        }

        into.Number((ulong)_days.Count);
        foreach (var day in _days.OrderBy(day => day.Value))
        {
            into.Signed(day.Key);
        }

        for (var row = 0; row < values.Rows; row++)
        {
            (_ofRows[row], _others[row]) = (_numbers[values.Codes[row]], _more[values.Codes[row]] / unit);
        }

        into.Packed(_ofRows.AsSpan(0, values.Rows));
        into.Byte(unit);
        into.Packed(_others.AsSpan(0, values.Rows));
        return true;
    }

    // 0 is no value.
    private bool TryNumbers(ColumnValues values, ColumnBytes into)
    {
        var (least, largest) = (long.MaxValue, long.MinValue);
        for (var text = 0; text < values.Count; text++)
        {
            if (values[text].Length > 0)
            {
                if (!TryNumber(values[text], out var number))
                {
                    return false;
                }

                (least, largest) = (Math.Min(least, number), Math.Max(largest, number));
            }
        }

        if ((Int128)largest - least >= int.MaxValue)
        {
            return false;
        }

        for (var text = 0; text < values.Count; text++)
        {
            _numbers[text] = values[text].Length > 0 && TryNumber(values[text], out var number) ? (int)(number - least + 1) : 0;
        }

        for (var row = 0; row < values.Rows; row++)
        {
            _ofRows[row] = _numbers[values.Codes[row]];
        }

        into.Signed(least);
        into.Packed(_ofRows.AsSpan(0, values.Rows));
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> value, out long number)
    {
        Span<char> again = stackalloc char[MostDigits];
        return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && number.TryFormat(again, out var length, default, CultureInfo.InvariantCulture) && again[..length].SequenceEqual(value);
    }
}
