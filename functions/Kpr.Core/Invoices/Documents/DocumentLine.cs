using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Documents;

/// <summary>A line of a document.</summary>
/// <param name="Text">What it is for, in Norwegian.</param>
/// <param name="Fee">Quantity, price and VAT.</param>
public sealed record DocumentLine(string Text, FeeLine Fee);
