using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>Drives on the files that nobody works on: a message lost, a process dead, a last step not taken.</summary>
public sealed class SweepStuck(
    IngestLedger ledger, ReplayFile replay, TimeProvider clock, IOptions<IngestOptions> options, ILogger<SweepStuck> log)
{
    /// <summary>Looks at every file that is not done.</summary>
    /// <returns>Number of files driven on.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var driven = 0;
        var before = clock.GetUtcNow() - options.Value.StuckAfter;
        await foreach (var (file, since) in ledger.OpenAsync(cancellationToken))
        {
            var row = await ledger.FindAsync(file.Key, cancellationToken);
            if (row is { State: FileState.Failed } || (row?.ProgressAt ?? since) > before)
            {
                continue;
            }

            await replay.DriveOnAsync(file, row, cancellationToken);
            driven++;
        }

        Log.Swept(log, driven);
        return driven;
    }
}
