namespace Kpr.Core.Cases.Deciding;

/// <summary>What the handler recommends (innstilling).</summary>
/// <param name="Outcome">How to decide.</param>
/// <param name="Text">Why.</param>
/// <param name="By">Subject of the handler.</param>
public sealed record Recommendation(DecisionOutcome Outcome, string Text, string By);
