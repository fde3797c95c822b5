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
/// The audit log: an append blob a day, one JSON object a line, each line chained to the one before by SHA-256,
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

    /// <summary>Appends an event to the intake's log of its day, once: a line with the same action on the same object is not written again.</summary>
    public Task AppendAsync(AuditEvent what, CancellationToken cancellationToken) =>
        AppendAsync(_audit, clock, $"intake/{what.On.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.jsonl", what, once: true, cancellationToken);

    /// <summary>Appends an event to any log.</summary>
    /// <param name="audit">The container of the logs.</param>
    /// <param name="clock">The time.</param>
    /// <param name="name">Name of the log; each has a chain of its own.</param>
    /// <param name="what">The event.</param>
    /// <param name="once">Whether a line with the same action on the same object is not written again.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task AppendAsync(
        BlobContainerClient audit, TimeProvider clock, string name, AuditEvent what, bool once, CancellationToken cancellationToken)
    {
        var blob = audit.GetAppendBlobClient(name);
        await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var log = (await audit.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
            var (last, known) = Read(log, what, once);
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

    private static ((AuditLine Line, string Hash)? Last, bool Known) Read(ReadOnlyMemory<byte> log, AuditEvent what, bool once)
    {
        (AuditLine Line, string Hash)? last = null;
        foreach (var text in Lines(log))
        {
            var line = JsonSerializer.Deserialize(text, StoreJson.Default.AuditLine)!;
            if (once && line.Action == what.Action && line.Object == what.Object)
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
