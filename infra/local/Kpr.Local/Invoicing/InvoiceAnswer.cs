namespace Kpr.Local.Invoicing;

/// <summary>What <c>kpr invoice check</c> says of a file.</summary>
/// <param name="File">The path as it was given.</param>
/// <param name="Findings">Broken rules, fatal ones and warnings.</param>
internal sealed record InvoiceAnswer(string File, IReadOnlyList<InvoiceAnswerFinding> Findings);
