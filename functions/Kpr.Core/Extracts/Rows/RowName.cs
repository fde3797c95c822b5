using System.Text;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Rows;

/// <summary>What names a row in the register, whichever segment it lies in; without a name of its own, its place does.</summary>
internal sealed class RowName
{
    private const int UsualLength = 1024;
    private const byte End = 0x1f;

    private readonly bool _isAnnual;
    private readonly int _id;
    private readonly int _ordinal;
    private readonly int _begin;
    private byte[] _name = new byte[UsualLength];

    /// <summary>Prepares.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="columns">The columns that are read; takes those that are needed.</param>
    public RowName(ExtractSource source, ReadColumns columns)
    {
        (_isAnnual, _id, _ordinal) = (source.IsAnnual, columns.Place(source.Id), columns.Place("ordinal"));
        _begin = Put(0, Encoding.UTF8.GetBytes(source.Name));
    }

    /// <summary>The name of a row. Good until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Of(SegmentCells cells, ExtractSegment segment)
    {
        var at = _begin;
        var id = cells[_id];
        if (id.IsEmpty)
        {
            at = Put(Put(at, Encoding.UTF8.GetBytes($"{segment.Partition}/{segment.Name}")), cells[_ordinal]);
        }
        else if (_isAnnual)
        {
            at = Put(Put(at, Encoding.UTF8.GetBytes(segment.Partition)), id);
        }
        else
        {
            at = Put(at, id);
        }

        return _name.AsSpan(0, at);
    }

    private int Put(int at, ReadOnlySpan<byte> part)
    {
        if (at + part.Length >= _name.Length)
        {
            Array.Resize(ref _name, 2 * (at + part.Length + 1));
        }

        part.CopyTo(_name.AsSpan(at));
        _name[at + part.Length] = End;
        return at + part.Length + 1;
    }
}
