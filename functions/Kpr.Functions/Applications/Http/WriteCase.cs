using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Http;

/// <summary>Carries out commands that come over HTTP.</summary>
/// <param name="callers">Who sends them.</param>
/// <param name="execute">Carries them out.</param>
/// <param name="store">The cases.</param>
/// <param name="process">The rules.</param>
public sealed class WriteCase(Callers callers, ExecuteCommand execute, CaseStore store, CaseProcess process)
{
    private const string StartName = "start";

    /// <summary>A new case. Its id follows from the sender and the idempotency key.</summary>
    public async Task<IActionResult> StartAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        var (headers, wrong) = WriteHeaders.Read(request, versioned: false);
        if (headers is null)
        {
            return wrong!;
        }

        var (body, bad) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        if (bad is not null)
        {
            return bad;
        }

        // A change is asked for by those whose decision it is; others learn nothing of the case they name.
        if (CommandReading.Read(StartName, body, out var command) is null && command is Start { Changes: { } changes }
            && !await MayChangeAsync(changes.Case, actor, cancellationToken))
        {
            return ProblemResult.Of(Refusals.NotYours);
        }

        return await RunAsync(CaseId.Of(actor.Subject, headers.Key), StartName, body, actor, headers, cancellationToken);
    }

    /// <summary>A command on a case.</summary>
    public async Task<IActionResult> CommandAsync(HttpRequest request, string id, string command, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        if (CommandCatalogue.Find(command) is null || command == StartName)
        {
            return ProblemResult.Of(Refusals.UnknownCommand);
        }

        if (!CaseId.IsPossible(id))
        {
            return ProblemResult.Of(Refusals.NotYours);
        }

        var (headers, wrong) = WriteHeaders.Read(request, versioned: true);
        if (headers is null)
        {
            return wrong!;
        }

        var (body, bad) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        if (bad is not null)
        {
            return bad;
        }

        // To others than the register's staff the rules answer, and tell nothing.
        if (actor.Role == Role.Register && CommandReading.Read(command, body, out var read) is null
            && ThroughExtract.Is((await store.LoadAsync(id, cancellationToken)).State, read!))
        {
            return ProblemResult.Of(Problems.ByExtract);
        }

        return await RunAsync(id, command, body, actor, headers, cancellationToken);
    }

    /// <summary>Carries out a command and answers.</summary>
    internal async Task<IActionResult> RunAsync(string id, string command, JsonElement body, Actor actor, WriteHeaders headers, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await execute.RunAsync(id, command, body, actor, headers.Key, headers.Version, cancellationToken);
            return Answer(answer, command == StartName);
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }

    /// <summary>What became of a command, as an answer.</summary>
    internal IActionResult Answer(CommandAnswer answer, bool isStart)
    {
        var state = answer.State;
        var summary = CaseSummary.Of(state, answer.Events, process);
        return answer.Outcome switch
        {
            CommandOutcome.Refused => ProblemResult.Of(answer.Refusal!),
            CommandOutcome.KeyInUse => ProblemResult.Of(Problems.KeyInUse),
            CommandOutcome.Outdated => new Outdated(summary),
            _ => new JsonAnswer(summary, isStart ? StatusCodes.Status201Created : answer.Pending ? StatusCodes.Status202Accepted : StatusCodes.Status200OK)
            {
                Version = state.Version,
                Location = isStart ? $"/api/cases/{state.Id}" : answer.Pending ? $"/api/cases/{state.Id}/next" : null,
            },
        };
    }

    private async Task<bool> MayChangeAsync(string caseId, Actor actor, CancellationToken cancellationToken) =>
        CaseId.IsPossible(caseId) && Relations.Of((await store.LoadAsync(caseId, cancellationToken)).State, actor) is Relation.Owner or Relation.Editor;

    // The new state goes with it, so that the sender can look and try again.
    private sealed class Outdated(CaseSummary now) : ActionResult
    {
        public override Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.Headers.ETag = JsonAnswer.ETag(now.Version);
            return ProblemResult.Of(Problems.Outdated).With("current", now).ExecuteResultAsync(context);
        }
    }
}
