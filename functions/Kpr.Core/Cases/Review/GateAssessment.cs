namespace Kpr.Core.Cases.Review;

/// <summary>A person's judgement at a legal gate.</summary>
/// <param name="Gate">Id of the gate, for example <c>G05</c>.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Subject of who judged.</param>
public sealed record GateAssessment(string Gate, GateVerdict Verdict, string Reason, string By);
