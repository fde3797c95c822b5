using Kpr.Core.Register;
using Kpr.Core.Statistics.Orders;

namespace Kpr.Core.Statistics.Requests;

/// <summary>
/// Which records count when corrections, annulments and credits are applied: the last one about a record decides. Learns all that may take
/// each other's place before anything is counted.
/// </summary>
/// <param name="columns">The columns that tell.</param>
public sealed class RowStanding(StandingColumns columns)
{
    private const string Correction = "M";

    private readonly Dictionary<string, (string Time, string Id, bool Counts)> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _about = new(StringComparer.Ordinal);

    /// <summary>The column by which records are asked for.</summary>
    public string Id => columns.Id;

    /// <summary>Whether no record takes another's place: all count.</summary>
    public bool IsEmpty => _last.Count == 0;

    /// <summary>Learns the records of a segment.</summary>
    /// <param name="segment">The segment as it is stored; or the CSV of one, unpacked.</param>
    /// <exception cref="SegmentDamagedException">The segment is not as it was written.</exception>
    public void Learn(Stream segment)
    {
        using var block = SegmentReader.Open(segment, mayBeText: true, [columns.Id, columns.About, columns.Time ?? columns.Id, columns.Status ?? columns.OwnCredit?.Key ?? columns.Id]);
        while (block.Read())
        {
            if (!block[1].IsEmpty)
            {
                Learn(block);
            }

            if (columns.OwnCredit is { Value: var code } && block.Find(3) is { } status && MayHold(status, code))
            {
                LearnCredits(block, status, code);
            }
        }
    }

    /// <summary>Whether a record counts.</summary>
    public bool Counts(string id) => Counts(id.AsSpan());

    /// <summary>Whether a record counts.</summary>
    public bool Counts(ReadOnlySpan<char> id) =>
        _about.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var other)
            ? _last[other] is { Counts: true } last && id.SequenceEqual(last.Id)
            : !_last.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(id);

    private void Learn(SegmentReader block)
    {
        var about = block[1];
        for (var row = 0; row < block.Rows; row++)
        {
            if (!about[row].IsEmpty)
            {
                Learn(
                    block[0].StringOf(row), about.StringOf(row), columns.Time is null ? "" : block.Find(2)?.StringOf(row) ?? "",
                    columns.Status is not null && block.Find(3) is { } status && status[row] is Correction);
            }
        }
    }

    private static bool MayHold(SegmentColumn column, string code)
    {
        for (var at = 0; column.IsCoded && at < column.CodeCount; at++)
        {
            if (column.TextOf(at) == code)
            {
                return true;
            }
        }

        return !column.IsCoded;
    }

    // A credit as the provider sent it bears the id of the claim that it takes away.
    private void LearnCredits(SegmentReader block, SegmentColumn status, string code)
    {
        for (var row = 0; row < block.Rows; row++)
        {
            if (status[row].SequenceEqual(code) && block[1][row].IsEmpty && block[0].StringOf(row) is { Length: > 0 } id)
            {
                Learn(id, id, "", counts: false);
            }
        }
    }

    private void Learn(string id, string about, string time, bool counts)
    {
        if (id.Length > 0)
        {
            _about[id] = about;
        }

        // Of two made at one time the one of the higher id, whichever came first.
        if (!_last.TryGetValue(about, out var last) || string.CompareOrdinal(time, last.Time) is var later && (later > 0 || (later == 0 && string.CompareOrdinal(id, last.Id) > 0)))
        {
            _last[about] = (time, id, counts);
        }
    }
}
