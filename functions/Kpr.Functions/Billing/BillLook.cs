namespace Kpr.Functions.Billing;

/// <summary>How a biller's bills in a case stand.</summary>
/// <param name="Mark"><c>waiting</c> for the rest of the work, <c>held</c> by a refusal with its number, or <c>done</c>.</param>
/// <param name="Over">Whether nothing more will happen by itself: all is sent, or costs nothing, and the case knows.</param>
/// <param name="Due">When a bill waits no longer for the rest of the work (UTC).</param>
public sealed record BillLook(string Mark, bool Over, DateTime? Due = null);
