namespace Kpr.Core.Invoices.Documents;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>Invoice (faktura): type 380.</summary>
    Invoice,

    /// <summary>Credit note (kreditnota): type 381.</summary>
    CreditNote,
}
