using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Receives the messages of one queue for one function, and settles them by how the function ended.</summary>
internal sealed class ServiceBusListener(
    FunctionDescriptor function, ServiceBusTriggerAttribute trigger, ServiceBusClient client, string queue, LocalFunctionsHost host, TimeProvider clock, ILogger log)
    : ITriggerListener, IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    private readonly ServiceBusReceiver _receiver = client.CreateReceiver(queue);
    private readonly SemaphoreSlim _slots = new(host.Options.MaxConcurrentCalls);

    public IoSwitch? Switch => client.Io;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            await _slots.WaitAsync(stopping);
            ServiceBusReceivedMessage? message = null;
            try
            {
                message = await _receiver.ReceiveMessageAsync(null, stopping);
            }
            finally
            {
                if (message is null)
                {
                    _slots.Release();
                }
            }

            if (message is not null)
            {
                _ = Task.Run(() => HandleAndReleaseAsync(message), CancellationToken.None);
            }
        }
    }

    public async Task<bool> StepAsync(CancellationToken stopping)
    {
        var found = client.Store.Receive(QueuePath.Parse(queue), 1, ServiceBusReceiveMode.PeekLock, client.Io);
        if (found is not [var message])
        {
            return false;
        }

        await HandleAsync(message);
        return true;
    }

    // The loop looks all the time; there is nothing to poke.
    public Task PollNowAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<string?> PendingAsync(CancellationToken cancellationToken)
    {
        var path = QueuePath.Parse(queue);
        return ValueTask.FromResult(LocalNamespace.Of(client.FullyQualifiedNamespace).Store.HasWork(path) ? $"messages in {path}" : null);
    }

    public void Dispose() => _slots.Dispose();

    private async Task HandleAndReleaseAsync(ServiceBusReceivedMessage message)
    {
        try
        {
            await HandleAsync(message);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task HandleAsync(ServiceBusReceivedMessage message)
    {
        using var work = host.Runner.Begin();
        using var done = new CancellationTokenSource();
        var renewal = RenewAsync(message, done.Token);
        var outcome = await host.Runner.RunAsync((services, token) => Invoke(message, services, token));
        await done.CancelAsync();
        await renewal;
        if (outcome == Outcome.Died || message.IsSettled)
        {
            return;
        }

        try
        {
            if (outcome == Outcome.Failed)
            {
                await _receiver.AbandonMessageAsync(message);
            }
            else if (trigger.AutoCompleteMessages)
            {
                await _receiver.CompleteMessageAsync(message);
            }
        }
        catch (ServiceBusException exception)
        {
            // Its lock ran out: the message comes again, here or elsewhere.
            Log.NotSettled(log, message.SequenceNumber, queue, exception.Reason.ToString());
        }
        catch (IoStopException)
        {
            // The switch's own stop ends the host.
        }
    }

    private Invocation Invoke(ServiceBusReceivedMessage message, IServiceProvider services, CancellationToken cancellationToken)
    {
        var invocation = new Invocation(function, services, MessageValue.BindingData(message), cancellationToken)
        {
            BindTrigger = parameter => ValueTask.FromResult(MessageValue.Of(message, parameter)),
            TraceParent = message.ApplicationProperties.TryGetValue("Diagnostic-Id", out var carried) ? carried as string : null,
        };
        invocation.Features.Set(new ServiceBusMessageActions(_receiver));
        return invocation;
    }

    private async Task RenewAsync(ServiceBusReceivedMessage message, CancellationToken done)
    {
        var until = clock.GetUtcNow() + host.Options.MaxAutoLockRenewalDuration;
        try
        {
            while (true)
            {
                // A clock that has leapt may have passed the lock already.
                var left = (message.LockedUntil - clock.GetUtcNow()) / 2;
                await Task.Delay(left > Soon ? left : Soon, clock, done);
                if (clock.GetUtcNow() > until || message.IsSettled || host.Stopped.IsCompleted)
                {
                    return;
                }

                using (IoSwitch.Unobserved())
                {
                    await _receiver.RenewMessageLockAsync(message, done);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The function has ended.
        }
        catch (IoStopException)
        {
            // The switch's own stop ends the host.
        }
        catch (ServiceBusException)
        {
            // Settled by the function a moment ago, or lost.
            if (!message.IsSettled)
            {
                Log.LockLost(log, message.SequenceNumber, queue);
            }
        }
    }
}
