namespace Kpr.Core.Cases.Deciding;

/// <summary>A condition of a grant (vilkår): helseregisterloven § 19 a 4th paragraph; R17.</summary>
/// <param name="Text">What must be done.</param>
/// <param name="Protects">How it protects those the data are about; no condition without it.</param>
public sealed record DecisionCondition(string Text, string Protects);
