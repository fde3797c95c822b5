using System.Text.Json;
using Kpr.LocalAzure.Hosting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Durable;

/// <summary>Runs what was claimed: episodes of orchestrators, and activities.</summary>
internal sealed class DurableRunner(
    DurableStore store,
    Dictionary<string, FunctionDescriptor> orchestrators,
    Dictionary<string, FunctionDescriptor> activities,
    FunctionRunner runner,
    IServiceProvider services,
    TimeProvider clock,
    ILoggerFactory loggers)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    private readonly ILogger _log = loggers.CreateLogger<LocalFunctionsHost>();

    /// <summary>Tells that work broke off.</summary>
    public void Broken(Exception broken) => DurableLog.BrokeOff(_log, broken);

    /// <summary>Runs an episode and writes it down.</summary>
    public async Task RunEpisodeAsync(InstanceWork work)
    {
        var inbox = Inbox.Of(work);
        var outcome = orchestrators.TryGetValue(work.Instance.Name, out var function) ? await ReplayAsync(work, inbox, function) : Unknown(work, inbox);
        if (outcome.IsStuck)
        {
            DurableLog.Stuck(_log, work.Instance.Name, work.Instance.Id);
        }

        if (outcome.End is { Status: OrchestrationRuntimeStatus.Failed } end)
        {
            DurableLog.Failed(_log, work.Instance.Name, work.Instance.Id, end.Failure?.ErrorType ?? "unknown orchestrator");
        }

        store.Commit(work, inbox, outcome);
    }

    /// <summary>Runs an activity and writes down what came of it.</summary>
    public async Task RunActivityAsync(ActivityWork work)
    {
        if (!activities.TryGetValue(work.Name, out var function))
        {
            store.Finish(work, new HistoryEvent(EventKind.TaskFailed)
            {
                Failure = new TaskFailureDetails("ActivityTaskNotFound", $"No activity task named '{work.Name}' was found.", null, null, null),
            });
            return;
        }

        Invocation? invocation = null;
        var givenUp = runner.Cancelled;
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = work.Instance };
        var outcome = await runner.RunAsync((scope, token) => invocation = new Invocation(function, scope, data, token)
        {
            BindTrigger = parameter => ValueTask.FromResult(Payload.Read(work.Input, parameter.ParameterType)),
            TraceParent = work.Trace,
        });

        // Of a host that stops and would not wait longer, the activity has not failed: the next host runs it again.
        var interrupted = givenUp.IsCancellationRequested && invocation!.Failure is OperationCanceledException;
        if (outcome != Outcome.Died && !interrupted)
        {
            store.Finish(work, Result(invocation!));
        }
    }

    private static HistoryEvent Result(Invocation invocation)
    {
        if (invocation.Failure is null)
        {
            try
            {
                return new HistoryEvent(EventKind.TaskCompleted) { Data = Payload.Write(invocation.Result.Value) };
            }
            catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
            {
                invocation.Failure = exception;
            }
        }

        return new HistoryEvent(EventKind.TaskFailed) { Failure = TaskFailureDetails.FromException(invocation.Failure) };
    }

    private async Task<EpisodeOutcome> ReplayAsync(InstanceWork work, Inbox inbox, FunctionDescriptor function)
    {
        // Its services live as long as the episode, which is over before the first await here.
        await using var scope = services.CreateAsyncScope();
        var past = work.Past.ConvertAll(json => JsonSerializer.Deserialize<HistoryEvent>(json, Payload.History)!);
        return Episode.Run(work.Instance.Id, past, inbox.Events, clock.GetUtcNow().UtcDateTime, context => InvokeAsync(function, scope.ServiceProvider, context), loggers);
    }

    private async Task<object?> InvokeAsync(FunctionDescriptor function, IServiceProvider scope, ReplayContext context)
    {
        var invocation = new Invocation(function, scope, Nothing, runner.Cancelled)
        {
            BindTrigger = parameter => parameter.ParameterType == typeof(TaskOrchestrationContext)
                ? ValueTask.FromResult<object?>(context)
                : throw new InvalidOperationException($"DURABLE1001: function '{function.Name}' takes a {parameter.ParameterType}; an orchestrator takes a TaskOrchestrationContext."),
            BindOther = parameter => context.GetInput(parameter.ParameterType),
        };
        await runner.InvokeAsync(invocation);
        return invocation.Result.Value;
    }

    private static EpisodeOutcome Unknown(InstanceWork work, Inbox inbox)
    {
        var end = new HistoryEvent(EventKind.ExecutionCompleted) { Status = OrchestrationRuntimeStatus.Failed, Data = Failures.Unknown(work.Instance.Name) };
        return new EpisodeOutcome { Events = [.. inbox.Events, end], End = end };
    }
}
