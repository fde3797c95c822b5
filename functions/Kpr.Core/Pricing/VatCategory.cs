namespace Kpr.Core.Pricing;

/// <summary>Categories of value added tax (merverdiavgift) that a price may have. Source: EHF Billing 3.0, table of categories; UNCL 5305.</summary>
public enum VatCategory
{
    /// <summary>Taxable: S.</summary>
    Standard,

    /// <summary>Exempt (unntatt, mval. kapittel 3): E.</summary>
    Exempt,

    /// <summary>Zero-rated (fritatt, mval. kapittel 6): Z.</summary>
    ZeroRated,

    /// <summary>Zero-rated as export: G.</summary>
    Export,

    /// <summary>The seller stands outside the tax: O.</summary>
    OutsideScope,
}
