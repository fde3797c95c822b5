namespace Kpr.Functions.Ingest;

/// <summary>
/// Clears up behind a file that is done. What a shipment of the annual report left in the work area is needed until its
/// counterpart is done too: whoever is done last clears up behind both.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="work">The work area.</param>
public sealed class ClearUp(IngestLedger ledger, WorkArea work)
{
    /// <summary>Clears up, as often as anybody asks.</summary>
    public async Task RunAsync(FileRow done, CancellationToken cancellationToken)
    {
        if (done.Counterpart.Length == 0)
        {
            await work.ClearAsync(done.PartitionKey, cancellationToken);
        }
        else if (await ledger.FindAsync(done.Counterpart, cancellationToken) is { State: FileState.Completed })
        {
            await work.ClearAsync(done.Counterpart, cancellationToken);
            await work.ClearAsync(done.PartitionKey, cancellationToken);
        }

        await ledger.CloseAsync(done.PartitionKey, cancellationToken);
    }
}
