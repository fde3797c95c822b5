namespace Kpr.Core.Extracts.Risk;

/// <summary>
/// How much risk an extract may have before its release needs a reason. No law gives the numbers; the register does, and these are what it begins with.
/// </summary>
/// <param name="SmallGroup">Persons that a combination must have not to be small. Default 5, as in the register's tables.</param>
/// <param name="LargestUniqueShare">Share of persons who are alone in a combination. Default 0.05.</param>
/// <param name="LargestSmallShare">Share of persons in combinations below <paramref name="SmallGroup"/>. Default 0.20.</param>
public sealed record RiskLimits(int SmallGroup = 5, double LargestUniqueShare = 0.05, double LargestSmallShare = 0.20);
