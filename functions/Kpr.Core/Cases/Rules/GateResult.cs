namespace Kpr.Core.Cases.Rules;

/// <summary>What a gate says of a case.</summary>
/// <param name="Gate">Its id.</param>
/// <param name="Status">Whether it is passed.</param>
/// <param name="Reason">Why, in bokmål; empty where nothing is to be said.</param>
public sealed record GateResult(string Gate, GateStatus Status, string Reason);
