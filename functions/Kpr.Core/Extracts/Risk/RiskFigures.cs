namespace Kpr.Core.Extracts.Risk;

/// <summary>How well persons of an extract's table can be found in it, for whoever releases.</summary>
/// <param name="Table">The table.</param>
/// <param name="Persons">Persons in it.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Background">By what is known of a person whatever happened to her: sex, age, home. The limits are about these.</param>
/// <param name="All">By all columns that find somebody, times and places of contacts too. With exact times everybody is alone.</param>
/// <param name="Limits">The limits.</param>
public sealed record RiskFigures(string Table, long Persons, long Rows, CombinationRisk Background, CombinationRisk All, RiskLimits Limits)
{
    /// <summary>Whether a release needs a reason.</summary>
    public bool IsAboveLimits => Background.UniquePersonShare > Limits.LargestUniqueShare || Background.SmallPersonShare > Limits.LargestSmallShare;
}
