namespace Kpr.Core.Cases.Review;

/// <summary>What a handler found at a gate.</summary>
/// <param name="Gate">Its id, for example <c>G05</c>.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Reason">Why.</param>
public sealed record GateFinding(string Gate, GateVerdict Verdict, string Reason);
