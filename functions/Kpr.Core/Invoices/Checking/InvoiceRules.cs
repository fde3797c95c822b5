using Kpr.Core.Invoices.Checking.Rules;

namespace Kpr.Core.Invoices.Checking;

/// <summary>
/// The rules of EHF Billing 3.0: EN 16931, Peppol BIS Billing 3.0 and the Norwegian part, by their official ids. Where the official rule allows slack in a sum, so
/// does this one. Not here: the order of elements (the UBL schema), lists of units and of item classifications, and other countries' national rules.
/// </summary>
public static class InvoiceRules
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<InvoiceRule> All { get; } =
        [.. HeadRules.All, .. PartyRules.All, .. SumRules.All, .. LineRules.All, .. VatRules.All, .. PeppolRules.All, .. CodeRules.All];
}
