namespace Kpr.Local.Invoicing;

/// <summary>A broken rule at a place.</summary>
/// <param name="Rule">Official id in full.</param>
/// <param name="Severity"><c>fatal</c> or <c>warning</c>.</param>
/// <param name="Path">The element, as XPath.</param>
/// <param name="Message">What is wrong, in Norwegian.</param>
internal sealed record InvoiceAnswerFinding(string Rule, string Severity, string Path, string Message);
