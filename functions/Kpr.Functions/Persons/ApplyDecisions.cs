using Kpr.Core.Persons;
using Kpr.Functions.Ingest;
using Kpr.Functions.Register;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Persons;

/// <summary>
/// Carries out what is decided about persons on all that is stored. A decision holds from the moment it is in the list; a file that was
/// under way then may not have seen it, so the last look begins when the last of these files is done. Every step can be done
/// again: whoever dies is followed by somebody who goes through it all.
/// </summary>
public sealed class ApplyDecisions(
    PersonListStore list, IngestLedger ledger, IdentitySweep identity, RegisterSweep register, CopySweep copies, AuditLog audit, ReadRegister reads, TimeProvider clock,
    ILogger<ApplyDecisions> log)
{
    /// <summary>Goes on with all decisions that are not carried out.</summary>
    /// <returns>Number of decisions that are not carried out afterwards.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var known = (await list.ReadAsync(cancellationToken)).Decisions.Where(decision => decision.State != PersonDecisionState.Done).Select(decision => decision.Id).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
        {
            return 0;
        }

        var begun = await BeginAsync(known, cancellationToken);
        var due = begun.Decisions.Where(decision => decision.State == PersonDecisionState.UnderWay || IsReady(decision)).ToList();
        if (due.Count == 0)
        {
            return begun.Decisions.Count(decision => decision.State != PersonDecisionState.Done);
        }

        await reads.NoteAsync(clock.GetUtcNow(), "persons", "decisions", string.Join(' ', due.Select(decision => decision.Id[..8])), cancellationToken);
        var index = new PersonIndex(begun);
        await SweepAsync(index, cancellationToken);
        return await EndAsync(due, cancellationToken);
    }

    // What lies without key is found by identity, so identity goes last; the memory goes before the rows that tell what to forget.
    private async Task SweepAsync(PersonIndex index, CancellationToken cancellationToken)
    {
        var found = await identity.FindAsync(index, cancellationToken);
        var rows = await register.RunAsync(index, found, cancellationToken);
        var things = await copies.RunAsync(index, found, cancellationToken);
        var lines = await identity.RunAsync(index, cancellationToken);
        Log.DecisionsApplied(log, rows, lines, things);
    }

    private static bool IsReady(PersonDecision decision) => decision is { State: PersonDecisionState.Waiting, WaitsFor.Count: 0 };

    // Files that are claimed after the list was written read it themselves; those before are noted, or are done by now. That is so for
    // decisions that were in the list before the ledger was asked, and for no others: these begin the next time.
    private async Task<PersonList> BeginAsync(HashSet<string> known, CancellationToken cancellationToken)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (file, _) in ledger.OpenAsync(cancellationToken))
        {
            open.Add(file.Key);
        }

        return await list.ChangeAsync(
            now =>
            {
                var next = new PersonList([.. now.Decisions.Select(decision => known.Contains(decision.Id) ? Begun(decision, open) : decision)]);
                return next.Decisions.SequenceEqual(now.Decisions) ? null : next;
            },
            cancellationToken);
    }

    private static PersonDecision Begun(PersonDecision decision, HashSet<string> open)
    {
        if (decision.State == PersonDecisionState.Decided)
        {
            return decision with { State = PersonDecisionState.UnderWay, WaitsFor = [.. open.Order(StringComparer.Ordinal)] };
        }

        var left = decision.WaitsFor.Where(open.Contains).ToList();
        return left.Count == decision.WaitsFor.Count ? decision : decision with { WaitsFor = left };
    }

    // Done is what waited for nothing when the look began.
    private async Task<int> EndAsync(List<PersonDecision> due, CancellationToken cancellationToken)
    {
        foreach (var decision in due.Where(decision => decision.WaitsFor.Count == 0))
        {
            await audit.AppendAsync(new AuditEvent(clock.GetUtcNow(), "persons", "decision-carried-out", decision.Id, "", $"case {decision.Case}") { Log = AuditEvent.PersonsLog }, cancellationToken);
        }

        var seen = due.ToDictionary(decision => decision.Id, StringComparer.Ordinal);
        var now = await list.ChangeAsync(
            known => new PersonList([.. known.Decisions.Select(decision => seen.TryGetValue(decision.Id, out var then) && decision.State == then.State
                ? decision with { State = then.WaitsFor.Count == 0 ? PersonDecisionState.Done : PersonDecisionState.Waiting }
                : decision)]),
            cancellationToken);
        return now.Decisions.Count(decision => decision.State != PersonDecisionState.Done);
    }
}
