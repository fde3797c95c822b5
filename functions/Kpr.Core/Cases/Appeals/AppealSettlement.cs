using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;

namespace Kpr.Core.Cases.Appeals;

/// <summary>What the end of an appeal does to the case: the only way out of a phase that is over. Nothing is undone in the past; all is compensated.</summary>
internal static class AppealSettlement
{
    /// <summary>The events of a result, or why it cannot be.</summary>
    public static Outcome<CaseEvent> Of(CaseState state, Appeal appeal, CommandContext now, AppealResult result, NewDecision? decision) => result switch
    {
        AppealResult.Upheld => [new AppealMoved(AppealState.Upheld, "Vedtaket ble stadfestet"), .. Aftermath(state, now, "Vedtaket ble stadfestet")],
        AppealResult.Remitted => Remit(state, now),
        _ => Change(state, appeal, now, decision),
    };

    /// <summary>What follows however the appeal ended: suspension is lifted, deletion goes on.</summary>
    public static IEnumerable<CaseEvent> Aftermath(CaseState state, CommandContext now, string reason) =>
    [
        .. now.Stop(state, ClockKind.DetrimentNotice, reason), .. now.Release(state, ClockKind.Deletion, reason),
        .. state.Suspended is null ? [] : (IEnumerable<CaseEvent>)[new EffectRestored(reason), .. now.Release(state, ClockKind.MakeAvailable, reason)],
    ];

    private static Outcome<CaseEvent> Remit(CaseState state, CommandContext now)
    {
        const string Reason = "Vedtaket ble opphevet og saken sendt tilbake";
        return
        [
            new AppealMoved(AppealState.Remitted, Reason), .. now.Stop(state, ClockKind.DetrimentNotice, Reason), .. now.Stop(state, ClockKind.Deletion, Reason),
            .. now.Stop(state, ClockKind.Permit, Reason),
            .. state.Suspended is null ? [] : (CaseEvent[])[new EffectRestored(Reason)], .. DecisionChange.TakeBack(state, now, Reason, keep: []),
            new Reopened(state.CompleteOn is null ? Phase.Intake : Phase.InReview, Reason), .. Restored(state, now, Reason),
        ];
    }

    private static Outcome<CaseEvent> Change(CaseState state, Appeal appeal, CommandContext now, NewDecision? decision)
    {
        const string Reason = "Vedtaket ble omgjort etter klage";
        var moved = new AppealMoved(AppealState.Changed, Reason);
        if (decision is null)
        {
            return state.Phase switch
            {
                Phase.Dismissed =>
                [
                    moved, .. Aftermath(state, now, Reason), new Reopened(Origin(state), Reason),
                    .. Restored(state, now, Reason), .. VoidBaseFee(state, now),
                ],
                Phase.Revoked => [moved, .. now.Stop(state, ClockKind.Deletion, Reason), new Reopened(state.EndedFrom, Reason), .. Restored(state, now, Reason)],
                _ => Refusals.NewDecisionMissing,
            };
        }

        var applied = state.Content.Sources?.Sources.Select(source => source.Register).Distinct(StringComparer.Ordinal).ToList() ?? [];
        IReadOnlyList<string> sources = decision.Grants ? decision.Sources ?? applied : [];
        if (sources.Except(applied).ToList() is { Count: > 0 } outside)
        {
            return Refusals.NotASource.For(outside);
        }

        if (decision is { Grants: false, RefusalReasons: not { Count: > 0 } })
        {
            return Refusals.RefusalReasonMissing;
        }

        var old = state.Decision!;
        var worse = old.Grants && old.Sources.Except(sources).Any();
        if (worse && (appeal.DetrimentNoticedOn is null || appeal.DetrimentNoticedOn > state.FindClock(ClockKind.DetrimentNotice)?.Due))
        {
            return Refusals.DetrimentNotNoticed;
        }

        var made = Decisions.Make(
            state, now, decision.Outcome, DecisionCause.Appeal, sources, decision.Reasons, decision.RefusalReasons ?? [], old.Conditions,
            decision.Grants ? decision.EndsOn ?? old.EndsOn ?? state.Content.Project?.EndsOn : null, decision.DeletionOn ?? old.DeletionOn);
        List<CaseEvent> events =
        [
            moved, .. Aftermath(state, now, Reason), .. decision.Grants ? now.Stop(state, ClockKind.Deletion, Reason) : [], new Decided(made),
            now.Start(state, ClockKind.Appeal, "Nytt vedtak ble fattet"),
            .. state.Phase.IsTerminal() && decision.Grants ? Restored(state, now, Reason) : [],
        ];
        return FulfilmentProgress.Then(state, now, [.. events, .. DecisionChange.Of(state, Preview.After(state, events, now), now, Reason)]);
    }

    // Dismissed for silence: where the question came from. Dismissed by decision: in review.
    private static Phase Origin(CaseState state) =>
        state is { EndedFrom: Phase.AwaitingApplicant, Round.Origin: var origin } ? origin : state.CompleteOn is null ? Phase.Intake : Phase.InReview;

    // The statutory clock goes on where it stood when the case ended; the ledger shows the gap.
    private static IEnumerable<CaseEvent> Restored(CaseState state, CommandContext now, string reason) =>
    [
        .. state.CompleteOn is null || state.Orders.Any(order => order.State.IsDelivered()) ? [] : now.Resume(state, ClockKind.MakeAvailable, reason),
        .. state.Phase == Phase.Revoked ? now.Resume(state, ClockKind.Permit, reason) : [],
    ];

    private static IEnumerable<CaseEvent> VoidBaseFee(CaseState state, CommandContext now) =>
    [
        // Whoever applied anew after the dismissal paid a second base price: it is void.
        new BillingReady(new BillingBasis(
            Billing.Next(state, 0), Review.Estimate.Helsedataservice, BillingCause.BaseFeeVoid, now.Today, BaseFee: true, 0, state.Content.Sources?.Sources.Count ?? 0)),
    ];
}
