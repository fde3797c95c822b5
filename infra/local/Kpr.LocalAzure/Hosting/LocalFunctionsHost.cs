using Kpr.LocalAzure.Durable;
using Kpr.LocalAzure.Faults;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.LocalAzure.Hosting;

/// <summary>
/// Runs the functions of an app in this process: HTTP, Service Bus, blob, timer and durable triggers. Started and stopped
/// with the app; get it from the app's services to poke it, to wait until it is idle, or to learn that it died.
/// </summary>
/// <remarks>What it promises and what not: docs/adr/0002-the-local-host.md.</remarks>
public sealed class LocalFunctionsHost : IHostedService, IDisposable
{
    private static readonly TimeSpan IdlePoll = TimeSpan.FromMilliseconds(20);

    private readonly FunctionCatalogue _catalogue;
    private readonly FunctionRunner _runner;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<LocalFunctionsHost> _log;
    private readonly LocalHostOptions _options;
    private readonly IServiceProvider _services;
    private readonly CancellationTokenSource _stopping = new();
    private IReadOnlyList<ITriggerListener> _listeners = [];
    private Task _loops = Task.CompletedTask;

    /// <summary>Made by the app's services.</summary>
    public LocalFunctionsHost(IServiceProvider services, IOptions<LocalHostOptions> options, IHostApplicationLifetime lifetime, ILogger<LocalFunctionsHost> log)
    {
        _services = services;
        _options = options.Value;
        _lifetime = lifetime;
        _log = log;
        _catalogue = services.GetRequiredService<FunctionCatalogue>();
        _runner = new FunctionRunner(services, services.GetRequiredService<FunctionPipeline>(), log, Die);
    }

    /// <summary>Names of the functions that run.</summary>
    public IReadOnlyList<string> Functions => [.. _catalogue.Functions.Select(function => function.Name)];

    /// <summary>Where HTTP functions are reached, for example <c>http://127.0.0.1:7071/</c>; known once the app has started.</summary>
    public Uri Address => HttpFunctions.AddressOf(_services);

    /// <summary>Completes when the run was stopped at an I/O call, as if the process had died: nothing was settled since.</summary>
    public Task Stopped => _runner.Died;

    /// <summary>Number of invocations under way.</summary>
    public int Running => _runner.Running;

    /// <summary>Starts orchestrations and deals with them from outside of functions, as tests and the command line do.</summary>
    public DurableTaskClient Durable => _services.GetRequiredService<LocalDurableClient>();

    /// <summary>What has happened to an instance of an orchestration since it began, or began anew; empty when there is none.</summary>
    public IReadOnlyList<HistoryEvent> HistoryOf(string instanceId) => _services.GetRequiredService<DurableStore>().History(instanceId);

    internal FunctionRunner Runner => _runner;

    internal LocalHostOptions Options => _options;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var functions = _catalogue.Functions;
        _listeners = [.. _services.GetServices<ITriggerKind>().SelectMany(kind => kind.Listen(functions, this))];
        Log.Started(_log, functions.Count, string.Join(", ", Functions));

        // Not before the app is up: a run that dies at its first message must not look like an app that fails to start.
        _lifetime.ApplicationStarted.Register(Begin);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        var all = FinishAsync();
        if (!Stopped.IsCompleted && await Task.WhenAny(all, Task.Delay(_options.ShutdownWait, cancellationToken)) == all)
        {
            await all;
        }

        Log.Stopped(_log, _runner.Running);
        await _runner.CancelAsync();
    }

    /// <summary>Looks at every source once, now, without waiting for the poll interval, and handles what is there.</summary>
    /// <exception cref="InvalidOperationException">The host does one thing at a time: it looks all the time; use <see cref="WhenIdleAsync"/>.</exception>
    public Task PollNowAsync(CancellationToken cancellationToken = default) => _options.OneAtATime
        ? throw new InvalidOperationException("A host that does one thing at a time cannot be poked: wait until it is idle.")
        : Task.WhenAll(_listeners.Select(listener => listener.PollNowAsync(cancellationToken)));

    /// <summary>
    /// Waits until nothing is left to do: no function runs, no message of a queue with a trigger is ready or locked,
    /// no version of a blob is unhandled, no timer is due. Scheduled messages and later timers do not count.
    /// </summary>
    /// <exception cref="TimeoutException">It was not idle in time; the message says what was left.</exception>
    public async Task WhenIdleAsync(TimeSpan timeout)
    {
        var until = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        while (true)
        {
            var pending = await PendingAsync();
            if (pending is null || Stopped.IsCompleted)
            {
                return;
            }

            if (Environment.TickCount64 >= until)
            {
                throw new TimeoutException($"The host was not idle within {timeout}: {pending}.");
            }

            await Task.Delay(IdlePoll);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _runner.Dispose();
        foreach (var listener in _listeners.OfType<IDisposable>())
        {
            listener.Dispose();
        }
    }

    private void Begin()
    {
        _loops = _options.OneAtATime
            ? Task.Run(() => ListenAsync(StepThroughAsync), CancellationToken.None)
            : Task.WhenAll(_listeners.Select(listener => Task.Run(() => ListenAsync(listener.RunAsync), CancellationToken.None)));
        Watch(_options.Switch);
        foreach (var listener in _listeners)
        {
            Watch(listener.Switch);
        }
    }

    private async Task FinishAsync()
    {
        // A loop may begin one last piece of work before it sees that it is to end.
        await _loops;
        await _runner.DrainAsync();
    }

    private async Task<string?> PendingAsync()
    {
        // Work moves from source to source while they are looked at in turn: nothing may be under way when the looking
        // begins, and nothing may have begun when it ends.
        var begun = _runner.Begun;
        if (_runner.Busy > 0)
        {
            return $"{_runner.Busy} pieces of work under way";
        }

        foreach (var listener in _listeners)
        {
            if (await listener.PendingAsync(CancellationToken.None) is { } pending)
            {
                return pending;
            }
        }

        return _runner.Begun == begun ? null : "something has just begun";
    }

    private async Task ListenAsync(Func<CancellationToken, Task> loop)
    {
        try
        {
            await loop(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception exception) when (FunctionRunner.IsStop(exception))
        {
            Die();
        }
#pragma warning disable CA1031 // A source that cannot be listened to is an outage: it ends the host, loudly, instead of silently one trigger.
        catch (Exception exception)
        {
            Log.Broken(_log, exception);
            _lifetime.StopApplication();
        }
#pragma warning restore CA1031
    }

    private async Task StepThroughAsync(CancellationToken stopping)
    {
        while (true)
        {
            var worked = false;
            foreach (var listener in _listeners)
            {
                stopping.ThrowIfCancellationRequested();
                worked |= await listener.StepAsync(stopping);
            }

            if (!worked)
            {
                await Task.Delay(IdlePoll, stopping);
            }
        }
    }

    private void Watch(IoSwitch? io) => io?.Stopped.ContinueWith(_ => Die(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private void Die()
    {
        if (_runner.Die())
        {
            Log.Died(_log);
            _stopping.Cancel();
            _lifetime.StopApplication();
        }
    }
}
