namespace Kpr.Core.Pricing;

/// <summary>An estimate (prisoverslag): what a piece of work is expected to cost, and how far it may go.</summary>
/// <param name="Fee">By the list that will apply.</param>
/// <param name="Ceiling">The most that is charged, without VAT, before the applicant has accepted a new estimate.</param>
/// <param name="Alternatives">What the other readings of "which list applies" would give, where that differs: the price list may change in the middle of a case.</param>
public sealed record FeeEstimate(Fee Fee, Money Ceiling, IReadOnlyList<FeeAlternative> Alternatives)
{
    /// <summary>Estimates a piece of work.</summary>
    /// <param name="lists">The price lists.</param>
    /// <param name="policy">The choices.</param>
    /// <param name="request">The expected work.</param>
    /// <param name="estimate">The estimate; null when it is refused.</param>
    /// <returns>Why not; null when there is an estimate.</returns>
    public static Cases.Refusal? Make(PriceLists lists, FeePolicy policy, FeeRequest request, out FeeEstimate? estimate)
    {
        estimate = null;
        var outcome = new FeeCalculation(lists, policy).Price(request);
        if (outcome.IsRefused)
        {
            return outcome.Refusal;
        }

        var fee = outcome.Fee;
        var alternatives = Enum.GetValues<ListApplies>()
            .Select(applies => (Applies: applies, new FeeCalculation(lists, policy with { Applies = applies }).Price(request).Fee))
            .Where(other => other.Fee is { } priced && priced.Net != fee.Net)
            .Select(other => new FeeAlternative(other.Applies, other.Fee!))
            .ToList();
        estimate = new FeeEstimate(fee, fee.Net.Part(100 + policy.TolerancePercent, 100), alternatives);
        return null;
    }

    /// <summary>Whether what has accrued is more than was accepted: the order is held until a new estimate is accepted.</summary>
    public bool IsExceededBy(Fee accrued) => accrued.Net > Ceiling;
}
