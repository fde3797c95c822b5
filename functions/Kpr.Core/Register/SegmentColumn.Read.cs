using System.Text;
using Kpr.Core.Identity;
using Kpr.Core.Register.Columns;

namespace Kpr.Core.Register;

/// <summary>Reading the bytes of a block.</summary>
public sealed partial class SegmentColumn
{
    private void Read()
    {
        Grow(ref _numbers, Rows);
        _codes = 0;
        var bytes = _stored.AsSpan(0, _place.Stored);
        if (Crc32C.Of(bytes) != _place.Sum)
        {
            throw new SegmentDamagedException($"the sum of the column {Name} is another");
        }

        if (_place.IsPacked)
        {
            Grow(ref _unpacked, _place.Length);
            bytes = _unpacked.AsSpan(0, _place.Length);
            ColumnPacking.Unpack(_stored, _place.Stored, bytes);
        }

        var source = new ColumnSource(bytes);
        switch (_place.Kind)
        {
            case ColumnKind.Empty:
                _numbers.AsSpan(0, Rows).Clear();
                BeginCodes(1);
                break;
            case ColumnKind.Coded:
                BeginCodes(source.Count(Math.Max(Rows, 1)));
                ReadTexts(ref source, _codes);
                source.Places(_numbers.AsSpan(0, Rows), _codes);
                break;
            case ColumnKind.Text:
                ReadTexts(ref source, Rows);
                break;
            case ColumnKind.Times:
                ReadTimes(ref source);
                break;
            case ColumnKind.Numbers:
                _least = source.Signed();
                source.Packed(_numbers.AsSpan(0, Rows));
                break;
            default:
                _keys = source.Take((Rows + 7) / 8).Length;
                source.Take(checked(Rows * (_place.Kind == ColumnKind.Ids ? ColumnWriter.IdLength : PersonKey.ByteLength)));
                break;
        }

        if (!source.IsAtEnd)
        {
            throw new SegmentDamagedException($"the column {Name} is too long");
        }
    }

    private void BeginCodes(int count)
    {
        _codes = count;
        Grow(ref _strings, count);
        _strings.AsSpan(0, count).Clear();
    }

    private void ReadTexts(ref ColumnSource source, int count)
    {
        Grow(ref _starts, count + 1);
        source.Packed(_starts.AsSpan(1, count));
        _starts[0] = 0;
        for (var at = 1; at <= count; at++)
        {
            _starts[at] = checked(_starts[at] + _starts[at - 1]);
        }

        var text = source.Take(source.Count(ColumnWriter.MostBytes));
        _bytes = (_place.IsPacked ? _place.Length : _place.Stored) - source.Left - text.Length;
        _isAscii = Ascii.IsValid(text);
        Grow(ref _text, text.Length);
        if (Encoding.UTF8.GetChars(text, _text) != _starts[count])
        {
            throw new SegmentDamagedException($"the text of the column {Name} has another length");
        }
    }

    private void ReadTimes(ref ColumnSource source)
    {
        BeginCodes(source.Count(Math.Max(Rows, 1)));
        Grow(ref _days, _codes);
        for (var at = 0; at < _codes; at++)
        {
            var day = source.Signed();
            _days[at] = day >= -1 && day <= DateOnly.MaxValue.DayNumber ? (int)day : throw new SegmentDamagedException($"a day of the column {Name} is none");
        }

        source.Places(_numbers.AsSpan(0, Rows), _codes);
        _unit = source.Byte();
        Grow(ref _seconds, Rows);
        source.Packed(_seconds.AsSpan(0, Rows));
    }
}
