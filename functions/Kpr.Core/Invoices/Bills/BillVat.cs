using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>VAT of one category and rate.</summary>
/// <param name="Treatment">Category, rate and provision.</param>
/// <param name="Taxable">What it is computed of.</param>
/// <param name="Tax">The tax, to the nearest øre.</param>
public sealed record BillVat(VatTreatment Treatment, Money Taxable, Money Tax);
