using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Telemetry;

namespace Kpr.Functions.Applications;

/// <summary>
/// Carries out a command on a case: reads the snapshot by key, decides, appends. The same for people over HTTP and for activities of orchestrations. No lock:
/// commands on different cases never wait for each other, and of two on one case the second is decided on what the first left.
/// </summary>
/// <param name="store">The cases.</param>
/// <param name="process">The rules.</param>
/// <param name="outbox">What follows from a command.</param>
/// <param name="clock">The time.</param>
public sealed class ExecuteCommand(CaseStore store, CaseProcess process, Outbox outbox, TimeProvider clock)
{
    private const int Tries = 20;
    private const int AccessRefusals = 200;

    /// <summary>Carries out a command that came as JSON.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="name">Name of the command.</param>
    /// <param name="with">Its members.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="idempotencyKey">The sender's key.</param>
    /// <param name="expected">The version of the case that the sender knows; null when any will do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CommandAnswer> RunAsync(
        string caseId, string name, JsonElement with, Actor by, string idempotencyKey, long? expected, CancellationToken cancellationToken)
    {
        if (CommandReading.Read(name, with, out var command) is { } refusal)
        {
            return new CommandAnswer(CommandOutcome.Refused, CaseState.New(caseId), [], refusal);
        }

        var key = CommandKey.Of(by.Subject, idempotencyKey, name, with.ValueKind == JsonValueKind.Undefined ? "" : with.GetRawText());
        return await RunAsync(caseId, command!, by, key, expected, cancellationToken);
    }

    /// <summary>Carries out a command.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="command">The command.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="key">By what it is known when it comes again; null for one that does no harm twice, as <c>advance</c>.</param>
    /// <param name="expected">The version of the case that the sender knows; null when any will do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidOperationException">Others appended to the case every time.</exception>
    public async Task<CommandAnswer> RunAsync(
        string caseId, CaseCommand command, Actor by, CommandKey? key, long? expected, CancellationToken cancellationToken)
    {
        using var span = Tracing.Start(Spans.GiveCommand)?.SetTag(Tracing.Case, caseId).SetTag(Tracing.Command, CommandCatalogue.Of(command).Name);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var before = await store.LoadAsync(caseId, cancellationToken);
            var (after, events, refusal) = process.Execute(before.State, command, by, clock.GetUtcNow());
            var asExpected = expected is null || expected == before.State.Version;
            var fits = refusal is null && events.Count > 0 && asExpected;

            // Sent again, a command does not fit any longer just because it was carried out; or it fits, and its key stands in the way of the append.
            if ((!fits || attempt > 1) && before.Exists && key is not null && await store.FindAsync(caseId, key, cancellationToken) is { } known)
            {
                return await RepeatAsync(before.State, key, known, by, cancellationToken);
            }

            if (!fits)
            {
                return refusal is not null && (asExpected || refusal.Number < AccessRefusals) ? new CommandAnswer(CommandOutcome.Refused, before.State, [], refusal)
                    : !asExpected ? new CommandAnswer(CommandOutcome.Outdated, before.State, [])
                    : new CommandAnswer(CommandOutcome.Nothing, before.State, []);
            }

            var entries = outbox.Plan(before.State, after, events);
            if (await store.AppendAsync(new Commit(before, after, events, key, entries), cancellationToken))
            {
                return new CommandAnswer(CommandOutcome.Done, after, events) { Pending = !await outbox.DeliverAsync(entries, cancellationToken) };
            }
        }

        throw new InvalidOperationException($"Others appended to case {caseId} {Tries} times in a row.");
    }

    private async Task<CommandAnswer> RepeatAsync(CaseState now, CommandKey key, KnownCommand known, Actor by, CancellationToken cancellationToken)
    {
        if (!CaseReading.Allows(now, by))
        {
            return new CommandAnswer(CommandOutcome.Refused, now, [], Refusals.NotYours);
        }

        if (known.Fingerprint != key.Fingerprint)
        {
            return new CommandAnswer(CommandOutcome.KeyInUse, now, []);
        }

        var events = new List<Recorded<CaseEvent>>();
        await foreach (var recorded in store.EventsAsync(now.Id, cancellationToken))
        {
            if (recorded.Sequence <= known.Version)
            {
                events.Add(recorded);
            }
        }

        return new CommandAnswer(CommandOutcome.Repeated, CaseState.Fold(now.Id, events), [.. events.Where(recorded => recorded.Sequence >= known.First)]);
    }
}
