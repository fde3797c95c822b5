namespace Kpr.Functions.Billing.Http;

/// <summary>A new due date.</summary>
/// <param name="DueOn">The day.</param>
public sealed record RedateBody(DateOnly DueOn);
