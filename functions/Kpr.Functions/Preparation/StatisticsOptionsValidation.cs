using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Preparation;

/// <summary>Holds the settings of statistics against the profile that they name: they may tighten it, and never loosen it.</summary>
/// <param name="clock">The time.</param>
public sealed class StatisticsOptionsValidation(TimeProvider clock) : IValidateOptions<StatisticsOptions>
{
    private const string Section = "Kpr:Statistics";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StatisticsOptions options)
    {
        var rules = ProtectionRules.Default;
        if (!rules.ProfilesOf(StatisticsOptions.Register).Contains(options.Profile))
        {
            return ValidateOptionsResult.Fail($"{Section}:Profile: there is no profile «{options.Profile}». Profiles: {string.Join(", ", rules.ProfilesOf(StatisticsOptions.Register))}.");
        }

        var today = NorwegianTime.Today(clock);
        var faults = new SortedSet<string>(StringComparer.Ordinal);

        // On every day from today on which a row begins to count.
        foreach (var day in rules.Rows.Select(row => row.Period.From ?? today).Where(day => day > today).Append(today).Distinct())
        {
            foreach (var dataset in CountedDataset.All)
            {
                foreach (var measure in Enum.GetValues<TableMeasure>())
                {
                    faults.UnionWith(Looser(options, rules.Of(StatisticsOptions.Register, options.Profile, dataset.Name, measure, day)!));
                }
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Looser(StatisticsOptions options, PrimaryRules profile)
    {
        return ((string?[])
        [
            Least(nameof(options.HideBelow), options.HideBelow, profile.HideBelow),
            Least(nameof(options.Width), options.Width, profile.Width),
            Least(nameof(options.CollapseBelow), options.CollapseBelow, profile.CollapseBelow ?? 2),
            Least(nameof(options.FewestContributors), options.FewestContributors, profile.FewestContributors ?? 2),
            Least(nameof(options.SmallMunicipalityBelow), options.SmallMunicipalityBelow, profile.SmallMunicipalityBelow ?? 2),
            Share(nameof(options.PPercent), options.PPercent, profile.PPercent ?? 0, 1),
            Share(nameof(options.LargestShare), options.LargestShare, 0, profile.Dominance?.Share ?? 1),
            options.Zeros == ZeroPolicy.Publish && profile.Zeros == ZeroPolicy.Hide ? $"{Section}:Zeros: the profile {options.Profile} hides zeros." : null,
        ]).OfType<string>();

        string? Least(string setting, int? value, int least) =>
            value < least ? string.Create(CultureInfo.InvariantCulture, $"{Section}:{setting} is {value}; the profile {options.Profile} asks for {least} at least.") : null;

        string? Share(string setting, double? value, double least, double most) => value is { } share && !(share >= least && share <= most && share is > 0 and < 1)
            ? string.Create(CultureInfo.InvariantCulture, $"{Section}:{setting} is {share}; the profile {options.Profile} asks for {least} to {most}.")
            : null;
    }
}
