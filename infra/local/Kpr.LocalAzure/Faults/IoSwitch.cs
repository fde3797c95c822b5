using System.Collections.Concurrent;

namespace Kpr.LocalAzure.Faults;

/// <summary>
/// Counts the I/O calls of a run and can break the run at any one of them, so that tests can stop a system at
/// every point where its surroundings could be left half done.
/// </summary>
/// <remarks>
/// The local storage and Service Bus clients ask <see cref="Of"/> for the switch of their account or namespace.
/// After a stop every further call is stopped too: a dead process makes no calls.
/// </remarks>
public sealed class IoSwitch
{
    private static readonly ConcurrentDictionary<string, IoSwitch> Switches = new(StringComparer.OrdinalIgnoreCase);

    private static readonly AsyncLocal<bool> IsUnobserved = new();

    private readonly TaskCompletionSource<IoCall> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _count;

    /// <summary>The switch of a storage account (its name) or a Service Bus namespace (its host name).</summary>
    public static IoSwitch Of(string scope) => Switches.GetOrAdd(scope, _ => new IoSwitch());

    /// <summary>Lets several scopes share one switch, so that all calls of a run are numbered in one row.</summary>
    public static void Share(IoSwitch shared, params ReadOnlySpan<string> scopes)
    {
        foreach (var scope in scopes)
        {
            Switches[scope] = shared;
        }
    }

    /// <summary>Forgets the switches of these scopes; new clients get fresh ones.</summary>
    public static void Forget(params ReadOnlySpan<string> scopes)
    {
        foreach (var scope in scopes)
        {
            Switches.TryRemove(scope, out _);
        }
    }

    /// <summary>
    /// Calls made within are neither counted nor broken, for what a host does by the clock of the machine (looking
    /// for new blobs, renewing locks): counting it would give every run other numbers. A stopped run stays stopped.
    /// </summary>
    /// <returns>Dispose it to end the exemption.</returns>
    public static IDisposable Unobserved()
    {
        var before = IsUnobserved.Value;
        IsUnobserved.Value = true;
        return new Restore(before);
    }

    /// <summary>Number of calls begun so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Asked on both sides of every call. Throwing here is what the caller sees; default does nothing.</summary>
    public Action<IoCall, IoPhase>? OnCall { get; set; }

    /// <summary>Completed with the call at which the run was stopped.</summary>
    public Task<IoCall> Stopped => _stopped.Task;

    /// <summary>Stops the run for good on one side of call number <paramref name="number"/>.</summary>
    public void StopAt(long number, IoPhase phase) => OnCall = (call, side) =>
    {
        if (call.Number == number && side == phase)
        {
            Stop(call, side);
        }
    };

    /// <summary>Stops the run here: this call and every later one throw <see cref="IoStopException"/>.</summary>
    public void Stop(IoCall call, IoPhase phase)
    {
        _stopped.TrySetResult(call);
        throw new IoStopException(call, phase);
    }

    /// <summary>A client is about to make a call.</summary>
    /// <exception cref="IoStopException">The run is, or was, stopped.</exception>
    public IoCall Begin(string service, string operation, string target)
    {
        if (IsUnobserved.Value)
        {
            var uncounted = new IoCall(0, service, operation, target);
            ThrowIfStopped(uncounted, IoPhase.Before);
            return uncounted;
        }

        var call = new IoCall(Interlocked.Increment(ref _count), service, operation, target);
        ThrowIfStopped(call, IoPhase.Before);
        OnCall?.Invoke(call, IoPhase.Before);
        return call;
    }

    /// <summary>The call took effect; its caller is about to learn of it.</summary>
    /// <exception cref="IoStopException">The run is, or was, stopped.</exception>
    public void End(IoCall call)
    {
        ThrowIfStopped(call, IoPhase.After);
        if (call.Number > 0)
        {
            OnCall?.Invoke(call, IoPhase.After);
        }
    }

    private void ThrowIfStopped(IoCall call, IoPhase phase)
    {
        if (_stopped.Task.IsCompleted)
        {
            throw new IoStopException(call, phase);
        }
    }

    private sealed class Restore(bool before) : IDisposable
    {
        public void Dispose() => IsUnobserved.Value = before;
    }
}
