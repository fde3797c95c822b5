using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Register;

/// <summary>
/// The audit log: an append blob for each chain, one JSON object a line, each line chained to the one before by SHA-256,
/// so that a line cannot be changed, dropped or put in unseen.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
public sealed class AuditLog(StorageAccounts storage, TimeProvider clock)
{
    private const int Tries = 60;
    private const int Lanes = 64;

    // Longer than nearly every line: a page of a list names 200 cases. A log whose last line is longer is read whole.
    private const int Tail = 8 * 1024;
    private const int PreconditionFailed = 412;

    // Within a process those who append to a chain wait for each other; the tries are for other processes.
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];

    private readonly BlobContainerClient _audit = storage.Audit.GetBlobContainerClient(Containers.Audit);

    /// <summary>Appends an event; one that is to be told once is not written again in the same chain.</summary>
    /// <exception cref="InvalidOperationException">The log is broken: nothing is chained to a line that was changed.</exception>
    public async Task AppendAsync(AuditEvent what, CancellationToken cancellationToken)
    {
        var lane = _lanes[(uint)what.Chain.GetHashCode(StringComparison.Ordinal) % Lanes];
        await lane.WaitAsync(cancellationToken);
        try
        {
            await AppendInTurnAsync(what.Chain, what, cancellationToken);
        }
        finally
        {
            lane.Release();
        }
    }

    /// <summary>The lines of a chain, in order; none when nothing was ever written to it.</summary>
    /// <exception cref="InvalidOperationException">The chain is broken: nothing that was changed is told as if it were true.</exception>
    public async Task<IReadOnlyList<AuditLine>> ReadAsync(string chain, CancellationToken cancellationToken)
    {
        if (await _audit.GetBlobClient(chain).FindAsync(cancellationToken) is not { } found)
        {
            return [];
        }

        var log = found.Content.ToMemory();
        return FirstBroken(log) is { } line
            ? throw new InvalidOperationException($"The audit log {chain} is broken in line {line}.")
            : [.. Lines(log).Select(text => AuditLine.Read(text)!)];
    }

    /// <summary>Checks all logs.</summary>
    /// <returns>Each with its number of lines, and the first line whose chain is broken; null when it is whole.</returns>
    public async IAsyncEnumerable<(string Name, int Lines, long? Broken)> VerifyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            var log = (await _audit.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
            yield return (blob.Name, Lines(log).Length, FirstBroken(log));
        }
    }

    /// <summary>Checks a log.</summary>
    /// <returns>Number of the first line whose chain is broken; null when the log is whole.</returns>
    public static long? FirstBroken(ReadOnlyMemory<byte> log)
    {
        var previous = AuditLine.Beginning;
        var sequence = 0L;
        foreach (var text in Lines(log))
        {
            sequence++;
            if (AuditLine.Read(text) is not { } line || line.Sequence != sequence || line.Previous != previous)
            {
                return sequence;
            }

            previous = line.Hash;
        }

        return log.Length > 0 && log.Span[^1] != '\n' ? sequence : null;
    }

    private async Task AppendInTurnAsync(string name, AuditEvent what, CancellationToken cancellationToken)
    {
        var blob = _audit.GetAppendBlobClient(name);
        await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var (log, length) = await ReadAsync(_audit.GetBlobClient(name), whole: what.Once, cancellationToken);
            var (last, known) = Read(name, log, what);
            if (known)
            {
                return;
            }

            var line = new AuditLine(
                (last?.Sequence ?? 0) + 1, last?.Hash ?? AuditLine.Beginning, clock.GetUtcNow().UtcDateTime,
                what.Actor, what.Action, what.Object, what.Party, what.Outcome).Closed();
            if (await TryAppendAsync(blob, line, length, cancellationToken))
            {
                return;
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException($"The audit log {name} was appended to by others {Tries} times in a row.");
            }
        }
    }

    // All of a log, or whole lines at its end: what is told every time needs the last only, however long the log has grown.
    private static async Task<(ReadOnlyMemory<byte> Lines, long Length)> ReadAsync(BlobClient blob, bool whole, CancellationToken cancellationToken)
    {
        var length = whole ? 0 : (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ContentLength;
        if (length > Tail && await EndAsync(blob, length, cancellationToken) is { Length: > 0 } lines)
        {
            return (lines, length);
        }

        var all = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
        return (all, all.Length);
    }

    // Nothing where no line begins in it.
    private static async Task<ReadOnlyMemory<byte>> EndAsync(BlobClient blob, long length, CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions { Range = new HttpRange(length - Tail, Tail) };
        using var part = (await blob.DownloadStreamingAsync(options, cancellationToken)).Value;
        using var end = new MemoryStream(Tail);
        await part.Content.CopyToAsync(end, cancellationToken);
        var bytes = end.ToArray();
        return Array.IndexOf(bytes, (byte)'\n') is >= 0 and var first ? bytes.AsMemory(first + 1) : default;
    }

    private static (AuditLine? Last, bool Known) Read(string name, ReadOnlyMemory<byte> log, AuditEvent what)
    {
        AuditLine? last = null;
        foreach (var text in Lines(log))
        {
            last = AuditLine.Read(text) ?? throw new InvalidOperationException($"The audit log {name} is broken behind line {last?.Sequence ?? 0}.");
            if (what.Once && last.Action == what.Action && last.Object == what.Object)
            {
                return (last, true);
            }
        }

        return (last, false);
    }

    private static string[] Lines(ReadOnlyMemory<byte> log) =>
        Encoding.UTF8.GetString(log.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<bool> TryAppendAsync(AppendBlobClient blob, AuditLine line, long length, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(line.Text() + "\n"));
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
