using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>Sends the appeal with its bundle to Helseklage.</summary>
/// <param name="Bundle">Hash of the bundle that was sent.</param>
[Command("send-appeal", "Send klagen til Helseklage", "Send to the appeal body")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.Handler, Relation.Assigned)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record SendAppeal(string Bundle) : AppealCommand
{
    internal override bool Fits(AppealState state) => state == AppealState.Reconsidered;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Appeal appeal, CommandContext now) =>
        string.IsNullOrWhiteSpace(Bundle) ? Refusals.TextMissing.For("bundle") : [new AppealSent(Bundle, now.Today)];
}
