using System.Diagnostics;
using System.Text.Json;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Durable;

/// <summary>The client on the state file. Refuses what the durable extension refuses, by the same exceptions.</summary>
internal sealed class LocalDurableClient(DurableStore store) : DurableTaskClient(store.Hub)
{
    /// <summary>Letters of JSON in one message.</summary>
    public const int LargestMessage = 4 * 1024 * 1024;

    // How often, by the machine's clock, a waiting caller looks for what other processes have written.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Where the host is reached; known once it has started.</summary>
    public Func<Uri>? Address { get; set; }

    /// <summary>A message to or from the host is over the 4 MB of its channel.</summary>
    public static RpcException TooLarge() => Refusal(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(orchestratorName.Name))
        {
            throw new ArgumentNullException(nameof(orchestratorName));
        }

        if (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The start was cancelled.", Refusal(StatusCode.Cancelled, "Call canceled by the client."), cancellation);
        }

        var id = string.IsNullOrEmpty(options?.InstanceId) ? Guid.NewGuid().ToString("N") : options.InstanceId;
        if (id[0] == '@')
        {
            throw new ArgumentException("Instance IDs starting with '@' are reserved for entities and must not be used for orchestrations.", nameof(options));
        }

        var started = new HistoryEvent(EventKind.ExecutionStarted) { Name = orchestratorName, Data = Sized(Payload.Write(input)), Version = options?.Version?.Version };
        var tags = options?.Tags is { Count: > 0 } given ? JsonSerializer.Serialize(given) : null;
        var trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C, Recorded: true } running ? running.Id : null;
        return store.Start(id, started, options?.StartAt, tags, [.. options?.DedupeStatuses ?? []], trace)
            ? Task.FromResult(id)
            : throw new OrchestrationAlreadyExistsException($"An Orchestration instance with the ID {id} already exists.");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var raised = new HistoryEvent(EventKind.EventRaised) { Name = eventName, Data = Sized(Payload.Write(eventPayload)) };
        return Tell("raise", instanceId, raised, _ => "The orchestration instance with the provided instance id is not running.", cancellation);
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var terminated = new HistoryEvent(EventKind.ExecutionTerminated) { Data = Payload.Write(options?.Output) };
        return Tell("terminate", instanceId, terminated, found => $"Cannot terminate the orchestration instance {found.Id} because instance is in the {found.Status} state.", cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        ThrowIfCancelled(cancellation);

        // What is to start later cannot be held: the genuine host accepts the call and runs the instance all the same.
        return store.IsLater(instanceId)
            ? Task.CompletedTask
            : Hold("suspend", instanceId, new HistoryEvent(EventKind.ExecutionSuspended) { Data = reason }, found => found.Phase < Phase.Suspended, cancellation);
    }

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Hold("resume", instanceId, new HistoryEvent(EventKind.ExecutionResumed) { Data = reason }, found => found.Phase == Phase.Suspended, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        ThrowIfCancelled(cancellation);
        return Task.FromResult(store.Get(instanceId, getInputsAndOutputs) is { } found ? Metadata.Of(found, getInputsAndOutputs) : null);
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, found => found.Status != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, found => found.Phase == Phase.Ended, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => new InstancePages(store, filter ?? new OrchestrationQuery());

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        ThrowIfCancelled(cancellation);
        var found = store.Purge(instanceId);
        return found is null or { Phase: Phase.Ended }
            ? Task.FromResult(new PurgeResult(found is null ? 0 : 1))
            : throw new InvalidOperationException($"Only orchestrations in a terminal state can be purged, but the orchestration with instance ID {instanceId} has status {found.Status}");
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ThrowIfCancelled(cancellation);
        return Task.FromResult(new PurgeResult(store.PurgeAll(new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses))));
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task Tell(string operation, string instanceId, HistoryEvent happened, Func<InstanceRow, string> refusal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        ThrowIfCancelled(cancellation);
        var (found, sent) = store.Tell(operation, instanceId, happened, row => row.Phase != Phase.Ended);
        return sent ? Task.CompletedTask
            : found is null ? throw Refusal(StatusCode.NotFound, $"No instance with ID '{instanceId}' was found.")
            : throw Refusal(StatusCode.FailedPrecondition, refusal(found));
    }

    private Task Hold(string operation, string instanceId, HistoryEvent happened, Func<InstanceRow, bool> wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        ThrowIfCancelled(cancellation);
        return store.Tell(operation, instanceId, happened, wanted).Sent
            ? Task.CompletedTask
            : throw Refusal(StatusCode.Unknown, "Exception was thrown by handler.");
    }

    private async Task<OrchestrationMetadata> WaitAsync(string instanceId, bool inputsAndOutputs, Func<InstanceRow, bool> holds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var changed = store.Changed;
            if (store.Get(instanceId, inputsAndOutputs) is { } found && holds(found))
            {
                return Metadata.Of(found, inputsAndOutputs);
            }

            await Task.WhenAny(changed, Task.Delay(Glance, cancellation));
        }
    }

    private static string? Sized(string? json) => json?.Length > LargestMessage
        ? throw TooLarge()
        : json;

    private static void ThrowIfCancelled(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            throw Refusal(StatusCode.Cancelled, "Call canceled by the client.");
        }
    }

    private static RpcException Refusal(StatusCode code, string detail) => new(new Status(code, detail));
}
