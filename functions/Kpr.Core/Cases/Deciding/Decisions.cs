using Kpr.Core.Calendar;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Deciding;

/// <summary>Makes versions of the decision.</summary>
internal static class Decisions
{
    /// <summary>The next version, with its notice of appeal.</summary>
    public static CaseDecision Make(
        CaseState state, CommandContext now, DecisionOutcome outcome, DecisionCause cause, IReadOnlyList<string> sources, DecisionReasons? reasons,
        IReadOnlyList<string> refusalReasons, IReadOnlyList<DecisionCondition> conditions, DateOnly? endsOn, DateOnly? deletionOn)
    {
        var period = ClockCatalogue.Of(ClockKind.Appeal).Term!.Value;
        var notice = new AppealNotice(
            now.Policy.AppealBody, Deadline.Of(now.Today, period, now.Calendar).Due, "Helsedataservice",
            "Du har rett til å se sakens dokumenter (forvaltningsloven §§ 18 og 19).",
            "Du kan be om at vedtaket ikke gjennomføres før klagen er avgjort (forvaltningsloven § 42).");
        return new CaseDecision(
            state.Decisions.Count + 1, outcome, now.Today, now.By.Subject, cause, now.Pack.Id, sources, reasons, refusalReasons, conditions, endsOn, deletionOn,
            notice);
    }

    /// <summary>The clocks that every decision starts and stops: appeal, interim reply, publication.</summary>
    public static IEnumerable<CaseEvent> Clocks(CaseState state, CommandContext now)
    {
        yield return now.Start(state, ClockKind.Appeal, "Vedtaket ble fattet");
        yield return now.Start(state, ClockKind.AppealLatest, "Vedtaket ble fattet");
        foreach (var stopped in now.Stop(state, ClockKind.InterimReply, "Vedtaket ble fattet"))
        {
            yield return stopped;
        }

        if (state.Profile == ClockProfile.Ehds)
        {
            foreach (var stopped in now.Stop(state, ClockKind.EhdsDecision, "Vedtaket ble fattet"))
            {
                yield return stopped;
            }

            yield return now.Start(state, ClockKind.EhdsPublication, "Vedtaket ble fattet");
        }
    }
}
