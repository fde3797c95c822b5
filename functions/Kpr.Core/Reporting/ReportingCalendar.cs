using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats;

namespace Kpr.Core.Reporting;

/// <summary>
/// When senders report: trial, due and correction windows and days of reminders, by feed and data year, each with its source.
/// Dates are data: the calendar that comes with the program may be replaced by the operator's own.
/// </summary>
public sealed class ReportingCalendar
{
    /// <summary>File name of the calendar, in the program and among reference data.</summary>
    public const string FileName = "rapporteringskalender.csv";

    private static readonly Lazy<ReportingCalendar> OfProgram = new(() => Read(ReferenceTable.Embedded(FileName)));

    private ReportingCalendar(IReadOnlyList<ReportingDate> dates) => Dates = dates;

    /// <summary>The calendar that comes with the program.</summary>
    public static ReportingCalendar Default => OfProgram.Value;

    /// <summary>All spans, by data year, feed, kind and first day.</summary>
    public IReadOnlyList<ReportingDate> Dates { get; }

    /// <summary>Reads a calendar: columns dataaar, strom, slag (prove, frist, retting, paaminnelse), fra, til, kilde.</summary>
    /// <exception cref="InvalidDataException">A row is malformed: an unknown feed or kind, no date, an end before its beginning, no source.</exception>
    public static ReportingCalendar Read(ReferenceTable table)
    {
        var (year, feed, kind) = (table.Column("dataaar"), table.Column("strom"), table.Column("slag"));
        var (from, to, source) = (table.Column("fra"), table.Column("til"), table.Column("kilde"));
        var dates = table.Rows.Select((row, at) => Row(table.Name, at + 1, row[year], row[feed], row[kind], row[from], row[to], row[source]));
        return new ReportingCalendar([.. dates.OrderBy(date => date.DataYear).ThenBy(date => date.Feed, StringComparer.Ordinal).ThenBy(date => date.Kind).ThenBy(date => date.From)]);
    }

    /// <summary>A window of a feed and data year; null where the calendar has none.</summary>
    public ReportingDate? Find(string feed, int dataYear, ReportingDateKind kind) =>
        Dates.FirstOrDefault(date => date.Feed == feed && date.DataYear == dataYear && date.Kind == kind);

    /// <summary>The days of reminders of a feed and data year that have come, the latest last.</summary>
    public IReadOnlyList<ReportingDate> RemindersUntil(string feed, int dataYear, DateOnly day) =>
        [.. Dates.Where(date => date.Feed == feed && date.DataYear == dataYear && date.Kind == ReportingDateKind.Reminder && date.From <= day)];

    /// <summary>The windows that a day lies in.</summary>
    public IReadOnlyList<ReportingDate> OpenOn(DateOnly day) => [.. Dates.Where(date => date.Kind != ReportingDateKind.Reminder && date.Contains(day))];

    private static ReportingDate Row(string table, int row, string year, string feed, string kind, string from, string to, string source)
    {
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var dataYear) || dataYear is < 2006 or > 2100
            || Feeds.Find(feed) is null
            || KindOf(kind) is not { } known
            || !DateOnly.TryParseExact(from, "yyyy-MM-dd", out var first) || !DateOnly.TryParseExact(to, "yyyy-MM-dd", out var last) || last < first
            || string.IsNullOrWhiteSpace(source))
        {
            throw new InvalidDataException($"{table}: row {row} is malformed.");
        }

        return new ReportingDate(dataYear, feed, known, first, last, source);
    }

    private static ReportingDateKind? KindOf(string kind) => kind switch
    {
        "prove" => ReportingDateKind.Trial,
        "frist" => ReportingDateKind.Due,
        "retting" => ReportingDateKind.Correction,
        "paaminnelse" => ReportingDateKind.Reminder,
        _ => null,
    };
}
