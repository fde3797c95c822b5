namespace Kpr.Core.Invoices.Checking;

/// <summary>How much a broken rule matters.</summary>
public enum InvoiceSeverity
{
    /// <summary>The document is refused by the network.</summary>
    Fatal,

    /// <summary>The document is let through.</summary>
    Warning,
}
