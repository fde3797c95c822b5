using System.Buffers;
using Azure;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Functions.Azure;
using Kpr.Functions.Senders;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>Reads a file of the inbox once, from beginning to end, and cuts it into chunks in the work area.</summary>
public sealed class CutFile(
    StorageAccounts storage, WorkArea work, FileLease lease, SenderRegister senders, FileContexts contexts, CalendarSource calendars, IKeyRingSource keys,
    IOptions<IngestOptions> options, IOptions<SourceLimits> limits)
{
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;

    /// <summary>Reads and cuts a file.</summary>
    /// <returns>What the reading told; the reading of an earlier try when there was one.</returns>
    /// <exception cref="LeaseLostException">Somebody else has taken the file over.</exception>
    public async Task<FileReading> RunAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        var name = WorkArea.Reading(row.PartitionKey);
        if (await work.FindAsync(name, IngestJson.Default.FileReading, cancellationToken) is { } earlier)
        {
            return earlier;
        }

        var context = await contexts.OfAsync(row, address, cancellationToken) with
        {
            Senders = await senders.GetAsync(cancellationToken),
            Calendar = await calendars.ForIntakeAsync(cancellationToken),
        };
        FileReading reading;
        try
        {
            reading = await ReadAsync(row, address, context, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is PreconditionFailed or NotFound)
        {
            reading = new FileReading
            {
                Bytes = 0,
                Sha256 = null,
                Findings = [new MessageFindings(null, [FileJudge.AsFinding(The<F01Readable>.Rule.Overwritten())])],
            };
        }

        return await work.CreateAsync(name, reading, IngestJson.Default.FileReading, cancellationToken);
    }

    private async Task<FileReading> ReadAsync(FileRow row, IncomingFile.Address address, FileContext context, CancellationToken cancellationToken)
    {
        var incoming = storage.Landing.GetBlobContainerClient(Containers.Incoming);
        var pinned = new BlobOpenReadOptions(allowModifications: false) { Conditions = new BlobRequestConditions { IfMatch = new ETag(row.BlobETag) } };
        await using var ahead = new PrefetchedStream(await incoming.GetBlobClient(row.BlobName).OpenReadAsync(pinned, cancellationToken), cancellationToken);
        await using var parts = await PinnedParts.OpenAsync(incoming, row, cancellationToken);
        using var source = SourceContent.Open(ahead.Content, limits.Value, parts);
        using var reader = address.Feed.TryOpen(source, limits.Value, out var unreadable);
        var chunks = reader is null ? [] : await CutAsync(row, reader, cancellationToken);
        var (bytes, sha256) = source.Finish();
        var fatal = unreadable ?? reader?.Fatal;
        var transport = TransportJudge.Judge(context, await SignatureAsync(row, context, cancellationToken), sha256, reader?.Envelopes ?? []);
        var ownId = FileJudge.OwnId(reader);
        return new FileReading
        {
            Bytes = bytes,
            Sha256 = sha256,
            Format = reader?.Format,
            FormatVersion = FileJudge.FormatVersion(reader),
            MessageId = FileJudge.MessageId(reader),
            Edition = reader?.Envelopes is [{ Edition: { } edition }] ? edition : null,
            Origin = reader?.Envelopes is [{ } message] ? message.Origin : null,
            MessageKey = ownId is null ? null : MessageKey.Of((await keys.GetAsync(cancellationToken)).PersonSecret, ownId),
            Shipment = reader?.Envelopes is [var report] ? ShipmentSummary.Of(report) : null,
            SerialNumber = reader?.Envelopes is [CareReportEnvelope { SerialNumber: var serial }] ? serial : null,
            Messages = [.. (reader?.Envelopes ?? []).Select(envelope => new MessageSpan(envelope.FirstOrdinal, envelope.Records))],
            HasTrustedSender = transport.Count == 0,
            Findings = fatal is { } fault
                ? [new MessageFindings(null, [FileJudge.AsFinding(fault), .. transport])]
                : [.. reader!.Envelopes.Select(envelope => new MessageFindings(envelope.Index, address.Feed.JudgeEnvelope(envelope, context)))
                    .Prepend(new MessageFindings(null, transport)).Where(message => message.Findings.Count > 0)],
            Chunks = fatal is null ? chunks : [],
        };
    }

    // Asked for only where it matters: one request more a file.
    private async Task<TransportSignature?> SignatureAsync(FileRow row, FileContext context, CancellationToken cancellationToken)
    {
        if (context.Reference.Trust is null)
        {
            return null;
        }

        var blob = storage.Landing.GetBlobContainerClient(Containers.Incoming).GetBlobClient(row.BlobName);
        return TransportSignature.Of((await blob.GetPropertiesAsync(new BlobRequestConditions { IfMatch = new ETag(row.BlobETag) }, cancellationToken)).Value.Metadata);
    }

    private async Task<List<Chunk>> CutAsync(FileRow row, RecordReader reader, CancellationToken cancellationToken)
    {
        var cutter = new ChunkCutter(reader, options.Value.ChunkRecords, options.Value.ChunkBytes);
        var content = new ArrayBufferWriter<byte>();
        var chunks = new List<Chunk>();
        while (cutter.Next(content) is { } chunk)
        {
            await work.WriteAsync(WorkArea.Content(row.PartitionKey, chunk.Index), content.WrittenMemory, cancellationToken);
            chunks.Add(chunk);
            content.ResetWrittenCount();
            await lease.RenewInTimeAsync(row, cancellationToken);
        }

        return chunks;
    }
}
