using System.Diagnostics;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Persons;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Judges a chunk: rules, rows of accepted records, findings, facts for the rules across records. Whoever judges
/// the last chunk sends the file on to completion.
/// </summary>
public sealed class ValidateChunk(
    IngestLedger ledger, WorkArea work, ClearUp clearUp, MessageBus bus, FileContexts contexts, PersonListStore persons, PopulationStore population,
    IKeyRingSource keys, NonceSource nonces,
    IOptions<SourceLimits> limits, IngestMetrics metrics, ILogger<ValidateChunk> log)
{
    /// <summary>Judges a chunk; doing so again makes the same.</summary>
    public async Task RunAsync(ChunkMessage message, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(message.File, cancellationToken) is not { } row)
        {
            Log.FileUnknown(log, message.File);
            return;
        }

        if (row.State == FileState.Completed)
        {
            await clearUp.RunAsync(row, cancellationToken);
            return;
        }

        var index = message.Chunk.Index;
        var again = await ledger.HasChunkAsync(message.File, index, cancellationToken);
        if (!again)
        {
            await JudgeAsync(row, message.Chunk, cancellationToken);
            again = !await ledger.AddChunkAsync(message.File, index, cancellationToken);
            if (again && await ledger.FindAsync(message.File, cancellationToken) is { State: FileState.Completed } done)
            {
                // Judged elsewhere at the same time, and done: what was written here since is left over.
                await clearUp.RunAsync(done, cancellationToken);
                return;
            }
        }

        await SendOnAsync(row, again, cancellationToken);
    }

    private async Task JudgeAsync(FileRow row, Chunk chunk, CancellationToken cancellationToken)
    {
        var address = row.File().TryAddress(out _)!;
        var began = Stopwatch.GetTimestamp();
        using var span = Tracing.Start(Spans.JudgeChunk)?.SetTag(Tracing.File, row.PartitionKey).SetTag(Tracing.Feed, address.Feed.Name);
        var (ring, decisions) = (await keys.GetAsync(cancellationToken), await persons.GetAsync(cancellationToken));
        using var marks = new PersonMarks(ring.PersonSecret);
        var context = await contexts.OfAsync(row, address, cancellationToken) with
        {
            Persons = new KnownPersons(decisions, await population.GetAsync(cancellationToken), marks),
        };
        using var products = new ChunkProducts(address.Feed, address.Sender, chunk, ring, decisions);
        var content = await work.ReadAsync(WorkArea.Content(row.PartitionKey, chunk.Index), cancellationToken);
        products.Judge(content, context, limits.Value);
        var result = await WriteAsync(row, chunk.Index, products, cancellationToken);
        metrics.Judged(address.Feed.Name, Stopwatch.GetElapsedTime(began));
        span?.SetTag(Tracing.Chunk, chunk.Index).SetTag(Tracing.Records, chunk.Records).SetTag(Tracing.Findings, result.Findings);
        Log.ChunkJudged(log, row.PartitionKey, chunk.Index, chunk.Records, result.Findings);
    }

    private async Task<ChunkResult> WriteAsync(FileRow row, int chunk, ChunkProducts products, CancellationToken cancellationToken)
    {
        var file = row.PartitionKey;
        var rows = products.FinishRows();
        foreach (var (partition, member) in rows)
        {
            await work.WriteAsync(WorkArea.Rows(file, chunk, partition.Partition), member, cancellationToken);
        }

        if (products.Identities.Length > 0)
        {
            using var sealedLines = new MemoryStream();
            products.Identities.Position = 0;
            await SealedStream.SealAsync(
                products.Identities, sealedLines, IdentityStore.Name(row.Delivery, chunk), await keys.GetAsync(cancellationToken), nonces, cancellationToken);
            await work.WriteAsync(WorkArea.Identities(file, chunk), sealedLines.ToArray(), cancellationToken);
        }

        await work.WriteAsync(WorkArea.Findings(file, chunk), products.Findings.ToArray(), cancellationToken);
        await work.WriteAsync(WorkArea.Facts(file, chunk), products.FinishFacts(), cancellationToken);
        var result = new ChunkResult([.. rows.Select(pair => pair.Partition)], products.FindingCount) { Erased = products.Erased, Reserved = products.Reserved };
        await work.WriteAsync(WorkArea.Result(file, chunk), result, IngestJson.Default.ChunkResult, cancellationToken);
        return result;
    }

    // The number of rows decides whether the file is judged, and the claim of the row "final" who says so. A try
    // that finds its chunk judged cannot know whether the one before it lived to say so, and says it again.
    private async Task SendOnAsync(FileRow row, bool again, CancellationToken cancellationToken)
    {
        var done = await ledger.ChunksAsync(row.PartitionKey, cancellationToken);
        if (done.Count == row.Chunks && (await ledger.ClaimFinalAsync(row.PartitionKey, cancellationToken) || again))
        {
            await bus.SendAsync(Queues.CompleteFile, new CompleteMessage(row.PartitionKey).ToMessage(), cancellationToken);
        }
    }
}
