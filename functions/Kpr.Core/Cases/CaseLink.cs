namespace Kpr.Core.Cases;

/// <summary>A decision of another case.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="DecisionVersion">Version of its decision.</param>
public sealed record CaseLink(string Case, int DecisionVersion);
