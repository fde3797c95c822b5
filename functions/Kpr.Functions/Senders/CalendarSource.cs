using Azure;
using Kpr.Core.Catalogue;
using Kpr.Core.Reporting;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Senders;

/// <summary>
/// The reporting calendar: <c>reference/rapporteringskalender.csv</c> when the operator has loaded one, else the program's own.
/// A change is seen within ten minutes.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Log.</param>
public sealed class CalendarSource(StorageAccounts storage, TimeProvider clock, ILogger<CalendarSource> log)
{
    private const int NotFound = 404;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private volatile Known? _known;

    /// <summary>The calendar.</summary>
    /// <exception cref="InvalidDataException">The operator's calendar is malformed.</exception>
    public async Task<ReportingCalendar> GetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known is { } known && now < known.Until)
        {
            return known.Calendar;
        }

        var calendar = await LoadAsync(cancellationToken);
        _known = new Known(calendar, now + Fresh);
        return calendar;
    }

    /// <summary>The calendar; the program's own when the operator's is malformed: no file waits for it to be mended.</summary>
    public async Task<ReportingCalendar> ForIntakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            Log.CalendarMalformed(log);
            return ReportingCalendar.Default;
        }
    }

    private async Task<ReportingCalendar> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var blob = storage.Landing.GetBlobContainerClient(Containers.Reference).GetBlobClient(ReportingCalendar.FileName);
            var text = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString();
            return ReportingCalendar.Read(ReferenceTable.Parse(ReportingCalendar.FileName, text));
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return ReportingCalendar.Default;
        }
    }

    private sealed record Known(ReportingCalendar Calendar, DateTimeOffset Until);
}
