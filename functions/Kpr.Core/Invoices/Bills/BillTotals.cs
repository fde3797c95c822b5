using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>The sums of a bill. Lines are rounded to the øre, VAT once for each category and rate, and sums never (BIS Billing 3.0, rounding; BR-CO-10 to BR-CO-17).</summary>
/// <param name="Net">Without VAT.</param>
/// <param name="Vat">VAT.</param>
/// <param name="Breakdown">VAT by category and rate.</param>
public sealed record BillTotals(Money Net, Money Vat, IReadOnlyList<BillVat> Breakdown)
{
    /// <summary>With VAT: what is to be paid.</summary>
    public Money Total => Net + Vat;

    /// <summary>Adds lines up.</summary>
    public static BillTotals Of(IReadOnlyList<BillLine> lines)
    {
        var breakdown = lines.GroupBy(line => (line.Fee.Vat.Category, line.Fee.Vat.BasisPoints))
            .OrderBy(same => same.Key.Category).ThenByDescending(same => same.Key.BasisPoints)
            .Select(same => One([.. same]))
            .ToList();
        return new BillTotals(Money.Sum(breakdown.Select(vat => vat.Taxable)), Money.Sum(breakdown.Select(vat => vat.Tax)), breakdown);
    }

    /// <summary>What each biller has of the sum with VAT; the tax of each category is split by the net amounts, so that the shares add up to the øre.</summary>
    public static IReadOnlyList<BillShare> Shares(IReadOnlyList<BillLine> lines)
    {
        var billers = lines.Select(line => line.Biller).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var amounts = new Money[billers.Count];
        foreach (var same in lines.GroupBy(line => (line.Fee.Vat.Category, line.Fee.Vat.BasisPoints)))
        {
            var nets = billers.Select(biller => Money.Sum(same.Where(line => line.Biller == biller).Select(line => line.Fee.Net))).ToList();
            var taxes = same.First().Fee.Vat.On(Money.Sum(nets)).Split([.. nets.Select(net => net.Ore)]);
            for (var at = 0; at < billers.Count; at++)
            {
                amounts[at] += nets[at] + taxes[at];
            }
        }

        return [.. billers.Zip(amounts, (biller, amount) => new BillShare(biller, amount))];
    }

    // One breakdown a category and rate, whatever provisions led there: BR-S-01, BR-E-01 want exactly one.
    private static BillVat One(IReadOnlyList<BillLine> same)
    {
        var taxable = Money.Sum(same.Select(line => line.Fee.Net));
        var first = same[0].Fee.Vat;
        var references = string.Join(", ", same.Select(line => line.Fee.Vat.Reference).Distinct(StringComparer.Ordinal));
        return new BillVat(first with { Reference = references }, taxable, first.On(taxable));
    }
}
