using System.Globalization;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Kpr.Functions.Senders;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>The same bytes again: the first receipt, unchanged, under this file's address too.</summary>
public sealed class RepeatAnswer(
    IngestLedger ledger, MessageBus bus, ReceiptStore receipts, DeliveryLog deliveries, QuarantineStore quarantine, IngestMetrics metrics,
    TimeProvider clock, ILogger<RepeatAnswer> log)
{
    private static readonly TimeSpan HeldForAMoment = TimeSpan.FromMinutes(1);

    /// <summary>Answers a file with the receipt of the first one of the same content.</summary>
    /// <returns>Name of the receipt's blob; null when the first one has none yet: the file is looked at again.</returns>
    public async Task<string?> RunAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        // A report that is held is mostly so for a moment only; later, what is answered is that it is held.
        var first = await ledger.FindAsync(row.First, cancellationToken);
        var held = first is { IsOnHold: true } && clock.GetUtcNow() - row.ReceivedAt > HeldForAMoment;
        if (first is not { State: FileState.Completed } && !held)
        {
            await WaitForFirstAsync(row, cancellationToken);
            return null;
        }

        var name = held ? HoldReport.NameOf(row.Delivery) : row.Delivery;
        var receipt = await receipts.RepeatAsync(first!.Receipt, address, name, cancellationToken);
        await deliveries.NoteAsync(row, address, await receipts.GetAsync(receipt, cancellationToken), receipt, Brought.Nothing, cancellationToken);
        await quarantine.TakeOutAsync(row, AfterCompletion.Delete, cancellationToken);
        metrics.Ended(address.Feed.Name, "repeated");
        Log.FileRepeated(log, row.PartitionKey, row.First);
        return receipt;
    }

    // Looks again soon at first, since the same file twice is mostly sent at once, and seldom in the end. The time is
    // cut into slots and stands in the id, so that several who wait become one.
    private Task WaitForFirstAsync(FileRow row, CancellationToken cancellationToken)
    {
        Log.WaitsForFirst(log, row.PartitionKey, row.First);
        var now = clock.GetUtcNow();
        var slot = (now - row.ReceivedAt) switch
        {
            { TotalMinutes: < 1 } => TimeSpan.FromSeconds(2),
            { TotalHours: < 1 } => TimeSpan.FromMinutes(1),
            _ => TimeSpan.FromMinutes(10),
        };
        var next = new DateTimeOffset(((now.UtcTicks / slot.Ticks) + 1) * slot.Ticks, TimeSpan.Zero);
        var again = new CompleteMessage(row.PartitionKey).ToMessage();
        again.MessageId += string.Create(CultureInfo.InvariantCulture, $"-{next.UtcTicks}");
        again.ScheduledEnqueueTime = next;
        return bus.SendAsync(Queues.CompleteFile, again, cancellationToken);
    }
}
