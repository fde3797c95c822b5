namespace Kpr.Core.Pricing;

/// <summary>Choices that the sources leave open. The defaults: each list's own, 25 % on everything, zero-rated abroad.</summary>
public sealed record FeePolicy
{
    /// <summary>The defaults.</summary>
    public static FeePolicy Default { get; } = new();

    /// <summary>Which list applies, for all payees; null for each list's own.</summary>
    public ListApplies? Applies { get; init; }

    /// <summary>VAT by payee where it is not the list's, for example <c>hds</c> exempt under mval. § 3-9.</summary>
    public IReadOnlyDictionary<string, VatTreatment> Vat { get; init; } = new Dictionary<string, VatTreatment>(StringComparer.Ordinal);

    /// <summary>VAT on services to recipients abroad.</summary>
    public VatTreatment Abroad { get; init; } = VatTreatment.Abroad;

    /// <summary>How much more than the estimate may be charged without a new one, in percent.</summary>
    public int TolerancePercent { get; init; } = 10;
}
