using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>Tells the appellant that the appeal may end worse: within three months of its receipt (forvaltningsloven § 34; R31).</summary>
/// <param name="Text">How.</param>
[Command("warn-detriment", "Varsle om endring til skade", "Warn of detriment")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
[By(Role.AppealBody, Relation.Designated)]
public sealed record WarnDetriment(string Text) : AppealCommand
{
    internal override bool Fits(AppealState state) => true;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Appeal appeal, CommandContext now) =>
        string.IsNullOrWhiteSpace(Text) ? Refusals.TextMissing.For("text")
        : state.FindClock(ClockKind.DetrimentNotice)?.Due < now.Today ? Refusals.DetrimentTooLate
        : appeal.DetrimentNoticedOn is not null ? []
        : [new DetrimentNoticed(now.Today, Text), .. now.Stop(state, ClockKind.DetrimentNotice, "Varselet ble gitt")];
}
