using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Kpr.Core.Catalogue;
using Kpr.Core.Reporting;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Senders;

/// <summary>The reminders that were noted: each once, however often the timer runs.</summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
public sealed class ReminderLog(StorageAccounts storage, TimeProvider clock)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "reminders";

    private const int Conflict = 409;
    private const string DateForm = "yyyy-MM-dd";

    private readonly TableClient _table = storage.Ledger.GetTableClient(Table);

    /// <summary>Notes a reminder.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="day">The day of the calendar that it is for.</param>
    /// <param name="number">Its place among the reminders of the year.</param>
    /// <param name="text">What it says.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when it was noted before.</returns>
    public async Task<bool> TryAddAsync(string sender, ReportingDate day, int number, string text, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(
                new ReminderRow
                {
                    PartitionKey = Partition(day.DataYear, day.Feed),
                    RowKey = $"{sender}-{Text(day.From)}",
                    Sender = sender,
                    Number = number,
                    On = Text(day.From),
                    NotedAt = clock.GetUtcNow(),
                    Text = text,
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            return false;
        }
    }

    /// <summary>The reminders of a data year and feed, by sender and day.</summary>
    public async Task<IReadOnlyList<ReminderNote>> ReadAsync(int dataYear, string feed, CancellationToken cancellationToken)
    {
        var notes = new List<ReminderNote>();
        await foreach (var row in _table.QueryAsync<ReminderRow>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition(dataYear, feed)}"), cancellationToken: cancellationToken))
        {
            notes.Add(new ReminderNote(
                row.Sender, Municipalities.Find(row.Sender)?.Name ?? row.Sender, dataYear, feed, row.Number,
                DateOnly.ParseExact(row.On, DateForm, CultureInfo.InvariantCulture), row.NotedAt.UtcDateTime, row.Text));
        }

        return notes;
    }

    private static string Partition(int dataYear, string feed) => string.Create(CultureInfo.InvariantCulture, $"{dataYear:D4}-{feed}");

    private static string Text(DateOnly day) => day.ToString(DateForm, CultureInfo.InvariantCulture);
}
