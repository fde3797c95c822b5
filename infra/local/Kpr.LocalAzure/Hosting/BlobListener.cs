using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Hosting;

/// <summary>
/// Lists a container and hands each new version of a blob to everyone it concerns, at least once. Receipts are
/// written after the hand-over, so a host that dies in between hands the version over again.
/// </summary>
internal sealed class BlobListener(BlobContainerClient container, HostLedger ledger, LocalFunctionsHost host, ILogger log) : ITriggerListener, IDisposable
{
    private readonly List<(IBlobReceiver Receiver, ConcurrentDictionary<string, BlobReceipt> Receipts, SemaphoreSlim Slots)> _receivers = [];
    private readonly ConcurrentDictionary<(string Receiver, string Blob), Task> _underWay = new();
    private readonly SemaphoreSlim _round = new(1);
    private string? _prefix;

    public BlobContainerClient Container => container;

    public IoSwitch? Switch { get; } = IoSwitch.Of(container.AccountName);

    /// <summary>Adds someone to be told; a prefix that every name of theirs has keeps the listing short.</summary>
    public void Add(IBlobReceiver receiver, string prefix)
    {
        _receivers.Add((receiver, new(ledger.ReadBlobs(Key(receiver))), new SemaphoreSlim(host.Options.MaxConcurrentCalls)));
        _prefix = _prefix is null ? prefix : Common(_prefix, prefix);
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            await StartDueAsync(stopping);
            await Task.Delay(host.Options.BlobPollInterval, stopping);
        }
    }

    public async Task PollNowAsync(CancellationToken cancellationToken)
    {
        await StartDueAsync(cancellationToken);
        await Task.WhenAll(_underWay.Values).WaitAsync(cancellationToken);
    }

    public async Task<bool> StepAsync(CancellationToken stopping)
    {
        if (await DueAsync(stopping) is not [var (receiver, receipts, _, blob), ..])
        {
            return false;
        }

        await HandOverAsync(receiver, receipts, blob);
        return true;
    }

    public async ValueTask<string?> PendingAsync(CancellationToken cancellationToken) =>
        (await DueAsync(cancellationToken)).Count > 0 || !_underWay.IsEmpty ? $"blobs in {container.Name}" : null;

    public void Dispose()
    {
        _round.Dispose();
        _receivers.ForEach(entry => entry.Slots.Dispose());
    }

    private async Task StartDueAsync(CancellationToken cancellationToken)
    {
        await _round.WaitAsync(cancellationToken);
        try
        {
            foreach (var (receiver, receipts, slots, blob) in await DueAsync(cancellationToken))
            {
                var key = (receiver.Name, blob.Name);
                var started = new TaskCompletionSource();
                if (_underWay.TryAdd(key, started.Task))
                {
                    _ = Task.Run(
                        async () =>
                        {
                            await slots.WaitAsync(CancellationToken.None);
                            try
                            {
                                await HandOverAsync(receiver, receipts, blob);
                            }
                            finally
                            {
                                _underWay.TryRemove(key, out _);
                                started.SetResult();
                                slots.Release();
                            }
                        },
                        CancellationToken.None);
                }
            }
        }
        finally
        {
            _round.Release();
        }
    }

    private async Task<List<(IBlobReceiver Receiver, ConcurrentDictionary<string, BlobReceipt> Receipts, SemaphoreSlim Slots, BlobVersion Blob)>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<(IBlobReceiver, ConcurrentDictionary<string, BlobReceipt>, SemaphoreSlim, BlobVersion)>();
        foreach (var blob in await ListAsync(cancellationToken))
        {
            foreach (var (receiver, receipts, slots) in _receivers)
            {
                // What is under way first, receipts after: whatever ends in between has left its receipt by then.
                var underWay = _underWay.ContainsKey((receiver.Name, blob.Name));
                var handled = receipts.TryGetValue(blob.Name, out var receipt) && receipt.ETag == blob.ETag && receipt.Done;
                if (!underWay && !handled && receiver.Means(blob.Name))
                {
                    due.Add((receiver, receipts, slots, blob));
                }
            }
        }

        return due;
    }

    private async Task<List<BlobVersion>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<BlobVersion>();
        try
        {
            // How often a host looks is a matter of the machine, not of the app: not to be numbered.
            using (IoSwitch.Unobserved())
            {
                await foreach (var item in container.GetBlobsAsync(prefix: _prefix is { Length: > 0 } ? _prefix : null, cancellationToken: cancellationToken))
                {
                    found.Add(BlobVersion.Of(item));
                }
            }
        }
        catch (RequestFailedException exception)
        {
            // The container may come later; an outage may pass. Nothing is lost: the next listing tells all.
            if (exception.Status != 404)
            {
                Log.NotListed(log, container.Name, exception.ErrorCode ?? $"{exception.Status}");
            }
        }

        catch (AggregateException exception) when (!FunctionRunner.IsStop(exception))
        {
            // What the pipeline throws when no try was answered.
            Log.NotListed(log, container.Name, "no answer");
        }

        return found;
    }

    private async Task HandOverAsync(IBlobReceiver receiver, ConcurrentDictionary<string, BlobReceipt> receipts, BlobVersion blob)
    {
        using var work = host.Runner.Begin();
        var attempts = receipts.TryGetValue(blob.Name, out var before) && before.ETag == blob.ETag ? before.Attempts + 1 : 1;
        var outcome = await receiver.TakeAsync(blob);
        if (outcome == Outcome.Died || host.Stopped.IsCompleted || Switch!.Stopped.IsCompleted)
        {
            return;
        }

        var poisoned = outcome == Outcome.Failed && attempts >= receiver.MostAttempts;
        if (poisoned)
        {
            Log.Poisoned(log, container.Name, attempts, receiver.Name);
        }

        var receipt = new BlobReceipt(blob.ETag, attempts, outcome == Outcome.Succeeded || poisoned);
        ledger.WriteBlob(Key(receiver), blob.Name, receipt);
        receipts[blob.Name] = receipt;
    }

    private string Key(IBlobReceiver receiver) => $"{container.AccountName}/{container.Name} {receiver.Name}";

    private static string Common(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[length] == other[length])
        {
            length++;
        }

        return one[..length];
    }
}
