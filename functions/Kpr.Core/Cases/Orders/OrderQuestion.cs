namespace Kpr.Core.Cases.Orders;

/// <summary>A register's question on an order.</summary>
/// <param name="Text">The question.</param>
/// <param name="ToApplicant">Whether the applicant answers; else the handler.</param>
public sealed record OrderQuestion(string Text, bool ToApplicant);
