using CsvHelper;
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

    private static readonly CsvReaderOptions Reading = new() { Separator = ',', HasHeader = false };

    private readonly Dictionary<string, (string Time, string Id, bool Counts)> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _about = new(StringComparer.Ordinal);

    /// <summary>The column by which records are asked for.</summary>
    public string Id => columns.Id;

    /// <summary>Learns the records of a segment.</summary>
    /// <param name="segment">The segment, unpacked.</param>
    public void Learn(Stream segment)
    {
        using var csv = CsvReader.Create(segment, Reading, leaveOpen: true);
        if (!csv.Read())
        {
            return;
        }

        var header = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at)).ToList();
        var (id, about) = (header.IndexOf(columns.Id), header.IndexOf(columns.About));
        var (time, status) = (columns.Time is null ? -1 : header.IndexOf(columns.Time), columns.Status is null ? -1 : header.IndexOf(columns.Status));
        while (csv.Read())
        {
            if (csv.GetString(about) is { Length: > 0 } other)
            {
                Learn(csv.GetString(id), other, time < 0 ? "" : csv.GetString(time), status >= 0 && csv.GetString(status) == Correction);
            }
        }
    }

    /// <summary>Whether a record counts.</summary>
    public bool Counts(string id) =>
        _about.TryGetValue(id, out var other) ? _last[other] is { Counts: true } last && last.Id == id : !_last.ContainsKey(id);

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
