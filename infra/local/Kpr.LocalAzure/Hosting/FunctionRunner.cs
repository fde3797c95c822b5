using System.Diagnostics;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Runs invocations, counts them, and notices when the run was stopped under one.</summary>
internal sealed class FunctionRunner(IServiceProvider services, FunctionPipeline pipeline, ILogger log, Action onStop) : IDisposable
{
    // The worker's own source and span, by the names that the genuine one gives them.
    private static readonly ActivitySource Worker = new("Microsoft.Azure.Functions.Worker");

    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cancelled = new();
    private long _begun;
    private int _running;
    private int _busy;

    public Task Died => _died.Task;

    public int Running => Volatile.Read(ref _running);

    /// <summary>How many pieces of work have begun: invocations, and what the host itself hands on.</summary>
    public long Begun => Interlocked.Read(ref _begun);

    /// <summary>How many of them are under way.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Fires when functions are to give up: the host has waited long enough, or died.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    public static bool IsStop(Exception exception) => exception switch
    {
        IoStopException => true,
        AggregateException many => many.InnerExceptions.Any(IsStop),
        { InnerException: { } inner } => IsStop(inner),
        _ => false,
    };

    /// <summary>Runs an invocation in a scope of its own.</summary>
    public async Task<Outcome> RunAsync(Func<IServiceProvider, CancellationToken, Invocation> make)
    {
        await using var scope = services.CreateAsyncScope();
        return await RunAsync(make(scope.ServiceProvider, Cancelled), _ => Task.CompletedTask);
    }

    /// <summary>Runs an invocation and then, if it succeeded, what is done with its result.</summary>
    public async Task<Outcome> RunAsync(Invocation invocation, Func<Invocation, Task> then)
    {
        using var work = Begin();
        Interlocked.Increment(ref _running);
        var clock = Stopwatch.GetTimestamp();
        using var span = StartSpan(invocation);
        Log.Executing(log, invocation.Function.Name, invocation.InvocationId);
        try
        {
            await pipeline.InvokeAsync(invocation);
            await then(invocation);
            if (Died.IsCompleted)
            {
                return Outcome.Died;
            }

            Log.Executed(log, invocation.Function.Name, invocation.InvocationId, Milliseconds(clock));
            return Outcome.Succeeded;
        }
#pragma warning disable CA1031 // The one place that stands between a function and the host: whatever it throws is its outcome.
        catch (Exception exception)
        {
            if (IsStop(exception))
            {
                onStop();
            }

            if (Died.IsCompleted)
            {
                return Outcome.Died;
            }

            invocation.Failure = exception;
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            Log.Failed(log, exception, invocation.Function.Name, invocation.InvocationId, Milliseconds(clock));
            return Outcome.Failed;
        }
#pragma warning restore CA1031
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    /// <summary>Runs an invocation on the calling thread, uncounted; what it throws is the caller's.</summary>
    public Task InvokeAsync(Invocation invocation) => pipeline.InvokeAsync(invocation);

    /// <summary>Counts a piece of work until it is disposed.</summary>
    public IDisposable Begin()
    {
        Interlocked.Increment(ref _busy);
        Interlocked.Increment(ref _begun);
        return new Work(this);
    }

    /// <summary>Marks the run as dead; what runs is told to give up.</summary>
    /// <returns>Whether it was alive.</returns>
    public bool Die()
    {
        var first = _died.TrySetResult();
        if (first)
        {
            _cancelled.Cancel();
        }

        return first;
    }

    /// <summary>Waits until all work has ended, settlement and receipts included, or the run has died.</summary>
    public async Task DrainAsync()
    {
        while (Busy > 0 && !Died.IsCompleted)
        {
            await Task.Delay(10);
        }
    }

    public Task CancelAsync() => _cancelled.CancelAsync();

    public void Dispose() => _cancelled.Dispose();

    private static Activity? StartSpan(Invocation invocation)
    {
        if (!Worker.HasListeners())
        {
            return null;
        }

        ActivityContext.TryParse(invocation.TraceContext.TraceParent, invocation.TraceContext.TraceState, out var parent);
        return Worker.StartActivity("Invoke", ActivityKind.Internal, parent)
            ?.SetTag("faas.name", invocation.Function.Name).SetTag("faas.invocation_id", invocation.InvocationId);
    }

    private static long Milliseconds(long since) => (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds;

    private sealed class Work(FunctionRunner runner) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref runner._busy);
    }
}
