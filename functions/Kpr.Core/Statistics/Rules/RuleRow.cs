using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Statistics.Rules;

/// <summary>A row of the protection rules (vernregler.csv): one primary rule with its parameters.</summary>
/// <param name="Register">Code of the register.</param>
/// <param name="Profile">Name of the profile.</param>
/// <param name="Dataset">The dataset that it is for; null for all.</param>
/// <param name="Measure">What is counted in the tables that it is for; null for all.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Rules">The rule alone, all else as loose as can be.</param>
/// <param name="Period">When it is in force.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RuleRow(
    string Register, string Profile, string? Dataset, TableMeasure? Measure, string Rule, PrimaryRules Rules, Period Period, string Source)
{
    /// <summary>Whether the rule is for tables of a dataset that count something, on a day.</summary>
    public bool IsFor(string dataset, TableMeasure measure, DateOnly day) =>
        (Dataset is null || Dataset == dataset) && (Measure is null || Measure == measure) && Period.Contains(day);

    /// <summary>Whether some table on some day is judged by both.</summary>
    public bool Meets(RuleRow other) =>
        Register == other.Register && Profile == other.Profile && Period.Overlaps(other.Period)
        && (Dataset is null || other.Dataset is null || Dataset == other.Dataset) && (Measure is null || other.Measure is null || Measure == other.Measure);
}
