using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing.Http;

/// <summary>What work is expected to cost. Amounts are whole øre.</summary>
/// <param name="Biller">Code of the register, or <c>hds</c>.</param>
/// <param name="Minutes">The expected work.</param>
/// <param name="Net">Without VAT: <c>amountOre</c> of <c>issue-estimate</c>.</param>
/// <param name="Vat">VAT.</param>
/// <param name="Ceiling">The most that is charged without VAT before a new estimate is accepted.</param>
/// <param name="PriceList">Id of the price list; null when it costs nothing.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Notes">Why something costs nothing, or not by the hour.</param>
/// <param name="Alternatives">What the other readings of "which list applies" give, where that differs.</param>
public sealed record EstimateView(
    string Biller, int Minutes, Money Net, Money Vat, Money Ceiling, string? PriceList, IReadOnlyList<FeeLine> Lines, IReadOnlyList<string> Notes, IReadOnlyList<FeeAlternative> Alternatives);
