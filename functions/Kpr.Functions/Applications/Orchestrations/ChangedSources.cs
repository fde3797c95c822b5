using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Which registers a change of an application touches.</summary>
internal static class ChangedSources
{
    /// <summary>Codes of the registers that are asked for something else than before.</summary>
    /// <param name="before">The application.</param>
    /// <param name="change">The change; sections that it has not are as before.</param>
    public static IReadOnlyList<string> Between(ApplicationContent before, ApplicationContent change)
    {
        if (change.Sources is null)
        {
            return [];
        }

        var (was, now) = (Asked(before), Asked(change));
        return [.. was.Keys.Union(now.Keys).Where(register => was.GetValueOrDefault(register) != now.GetValueOrDefault(register)).Order(StringComparer.Ordinal)];
    }

    // Compared as they are stored: records with lists are equal only as the same lists.
    private static Dictionary<string, string> Asked(ApplicationContent content) =>
        (content.Sources?.Sources ?? []).GroupBy(source => source.Register, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => CaseJson.Text(new SourcesSection([.. same])), StringComparer.Ordinal);
}
