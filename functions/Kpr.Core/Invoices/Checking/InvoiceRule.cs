namespace Kpr.Core.Invoices.Checking;

/// <summary>A rule of EN 16931, Peppol BIS Billing 3.0 or the Norwegian part of it.</summary>
/// <param name="Id">Official id in full.</param>
/// <param name="Message">What is wrong when it is broken, in Norwegian.</param>
/// <param name="Faults">The elements at which it is broken.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record InvoiceRule(string Id, string Message, Func<UblInvoice, IEnumerable<UblElement>> Faults, InvoiceSeverity Severity = InvoiceSeverity.Fatal);
