namespace Kpr.Core.Pricing;

/// <summary>How a price is taxed, and by which paragraph. Data on the price: no public source says whether deciding an application is taxable.</summary>
/// <param name="Category">The category.</param>
/// <param name="BasisPoints">Rate in hundredths of a percent: 2,500 is 25 %. 0 but for <see cref="VatCategory.Standard"/>.</param>
/// <param name="Reference">The provision, for example <c>mval. § 3-9</c>. Stands on the invoice as the reason where nothing is charged.</param>
public sealed record VatTreatment(VatCategory Category, int BasisPoints, string Reference)
{
    /// <summary>25 %: the default.</summary>
    public static VatTreatment Standard { get; } = new(VatCategory.Standard, 2_500, "mval. § 5-1");

    /// <summary>Exempt, as exercise of public authority.</summary>
    public static VatTreatment PublicAuthority { get; } = new(VatCategory.Exempt, 0, "mval. § 3-9");

    /// <summary>Zero-rated: a service that can be delivered from afar, to a recipient outside the area of the tax.</summary>
    public static VatTreatment Abroad { get; } = new(VatCategory.ZeroRated, 0, "mval. § 6-22");

    /// <summary>The category's code in UNCL 5305.</summary>
    public string Code => Category switch
    {
        VatCategory.Standard => "S",
        VatCategory.Exempt => "E",
        VatCategory.ZeroRated => "Z",
        VatCategory.Export => "G",
        _ => "O",
    };

    /// <summary>Why nothing is charged, in Norwegian; null where something is.</summary>
    public string? Reason => Category switch
    {
        VatCategory.Standard => null,
        VatCategory.Exempt => $"Unntatt merverdiavgift, {Reference}",
        VatCategory.ZeroRated => $"Fritatt for merverdiavgift, {Reference}",
        VatCategory.Export => $"Omsatt til utlandet, {Reference}",
        _ => $"Utenfor merverdiavgiftsloven, {Reference}",
    };

    /// <summary>The tax on a net amount, to the nearest øre.</summary>
    public Money On(Money net) => net.Part(BasisPoints, 10_000);
}
