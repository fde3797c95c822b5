namespace Kpr.Core.Invoices.Checking;

/// <summary>A broken rule at a place.</summary>
/// <param name="Rule">Official id in full, for example <c>BR-CO-10</c>; <c>KPR-XML</c> and <c>KPR-UBL</c> for what no rule can be asked of.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Path">The element, as XPath: <c>/Invoice/cac:InvoiceLine[2]</c>.</param>
/// <param name="Message">What is wrong, in Norwegian.</param>
public sealed record InvoiceFinding(string Rule, InvoiceSeverity Severity, string Path, string Message);
