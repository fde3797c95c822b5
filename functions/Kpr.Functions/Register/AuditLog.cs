using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Register;

/// <summary>
/// The audit log: an append blob a day for each of its logs, one JSON object a line, each line chained to the one before by SHA-256,
/// so that a line cannot be changed, dropped or put in unseen.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
public sealed class AuditLog(StorageAccounts storage, TimeProvider clock)
{
    private const int Tries = 20;
    private const int PreconditionFailed = 412;

    private static readonly string Beginning = new('0', 64);

    private readonly BlobContainerClient _audit = storage.Audit.GetBlobContainerClient(Containers.Audit);

    /// <summary>Appends an event; one that is to be told once is not written again on the same day.</summary>
    public async Task AppendAsync(AuditEvent what, CancellationToken cancellationToken)
    {
        var name = $"{what.Log}/{what.On.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.jsonl";
        var blob = _audit.GetAppendBlobClient(name);
        await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var log = (await _audit.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
            var (last, known) = Read(log, what);
            if (known)
            {
                return;
            }

            var line = new AuditLine(
                (last?.Line.Sequence ?? 0) + 1, last?.Hash ?? Beginning, clock.GetUtcNow().UtcDateTime,
                what.Actor, what.Action, what.Object, what.Party, what.Outcome);
            if (await TryAppendAsync(blob, line, log.Length, cancellationToken))
            {
                return;
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException($"The audit log {name} was appended to by others {Tries} times in a row.");
            }
        }
    }

    /// <summary>Checks a day's log.</summary>
    /// <returns>Number of the first line whose chain is broken; null when the log is whole.</returns>
    public static long? FirstBroken(ReadOnlyMemory<byte> log)
    {
        var previous = Beginning;
        var sequence = 0L;
        foreach (var text in Lines(log))
        {
            sequence++;
            var line = JsonSerializer.Deserialize(text, StoreJson.Default.AuditLine)!;
            if (line.Sequence != sequence || line.Previous != previous)
            {
                return sequence;
            }

            previous = HashOf(text);
        }

        return null;
    }

    private static ((AuditLine Line, string Hash)? Last, bool Known) Read(ReadOnlyMemory<byte> log, AuditEvent what)
    {
        (AuditLine Line, string Hash)? last = null;
        foreach (var text in Lines(log))
        {
            var line = JsonSerializer.Deserialize(text, StoreJson.Default.AuditLine)!;
            if (what.Once && line.Action == what.Action && line.Object == what.Object)
            {
                return (last, true);
            }

            last = (line, HashOf(text));
        }

        return (last, false);
    }

    private static string[] Lines(ReadOnlyMemory<byte> log) =>
        Encoding.UTF8.GetString(log.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string HashOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    private static async Task<bool> TryAppendAsync(AppendBlobClient blob, AuditLine line, long length, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream([.. JsonSerializer.SerializeToUtf8Bytes(line, StoreJson.Default.AuditLine), (byte)'\n']);
        try
        {
            await blob.AppendBlockAsync(
                content, new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = length } }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == PreconditionFailed)
        {
            return false;
        }
    }
}
