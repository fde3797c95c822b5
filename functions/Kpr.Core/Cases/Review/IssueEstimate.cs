using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Sends a biller's estimate (prisoverslag) to the applicant.</summary>
/// <param name="Biller">Code of the register, or <c>hds</c>.</param>
/// <param name="Minutes">Expected work.</param>
/// <param name="AmountOre">Expected price in øre without VAT.</param>
/// <param name="PriceList">Id of the price list.</param>
[Command("issue-estimate", "Send prisoverslag", "Issue estimate")]
[In(Phase.InReview, Phase.EstimateSent)]
[By(Role.Handler, Relation.Assigned)]
[By(Role.Register, Relation.Source)]
[By(Role.Finance, Relation.Office, Relation.Source)]
public sealed record IssueEstimate(string Biller, int Minutes, long AmountOre, string PriceList) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (Biller != Estimate.Helsedataservice && !state.HasSource(Biller))
        {
            return Refusals.NotASource.For(Biller);
        }

        if (now.By.Role is Role.Register or Role.Finance && (now.By.Register ?? Estimate.Helsedataservice) != Biller)
        {
            return Refusals.OtherRegister.For(Biller);
        }

        if (Minutes < 0 || AmountOre < 0 || string.IsNullOrWhiteSpace(PriceList))
        {
            return Refusals.AmountMissing.For("minutes", "amountOre", "priceList");
        }

        return
        [
            new EstimateIssued($"E{state.Estimates.Count + 1}", Biller, Minutes, AmountOre, PriceList),
            now.Start(state, ClockKind.EstimateReply, "Prisoverslag ble sendt"),
        ];
    }
}
