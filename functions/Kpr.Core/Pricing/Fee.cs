namespace Kpr.Core.Pricing;

/// <summary>A priced piece of work.</summary>
/// <param name="Lines">What is charged; empty when nothing is.</param>
/// <param name="Notes">Why something is not charged, or charged otherwise than by the hour, in Norwegian.</param>
public sealed record Fee(IReadOnlyList<FeeLine> Lines, IReadOnlyList<string> Notes)
{
    /// <summary>Sum without VAT.</summary>
    public Money Net => Money.Sum(Lines.Select(line => line.Net));

    /// <summary>VAT: of the sum of each treatment, rounded once (BR-CO-17).</summary>
    public Money Vat => Money.Sum(Lines.GroupBy(line => line.Vat).Select(same => same.Key.On(Money.Sum(same.Select(line => line.Net)))));

    /// <summary>Sum with VAT.</summary>
    public Money Total => Net + Vat;
}
