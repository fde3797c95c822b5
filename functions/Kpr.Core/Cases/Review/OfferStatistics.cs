using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Offers statistics where person-level data cannot be given: EHDS Art. 68(3).</summary>
/// <param name="Reason">Why.</param>
[Command("offer-statistics", "Tilby statistikk", "Offer statistics")]
[In(Phase.InReview, Phase.AwaitingExternal)]
[By(Role.Handler, Relation.Assigned)]
public sealed record OfferStatistics(string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : state.Kind == ApplicationKind.Statistics ? Refusals.AlreadyStatistics
        : state.StatisticsOffered ? []
        : [new StatisticsOffered(Reason)];
}
