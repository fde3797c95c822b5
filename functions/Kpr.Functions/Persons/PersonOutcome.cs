using Kpr.Core.Persons;

namespace Kpr.Functions.Persons;

/// <summary>What came of a request: a decision, or why there is none.</summary>
/// <param name="Decision">The decision; null when the request is refused.</param>
/// <param name="Refusal">Why it is refused, in Norwegian; null when it is not. Never content of the request.</param>
/// <param name="IsConflict">Whether it contradicts what is decided, rather than being malformed.</param>
public sealed record PersonOutcome(PersonDecision? Decision, string? Refusal = null, bool IsConflict = false);
