namespace Kpr.Core.Cases.Rules;

/// <summary>All rules that cases are judged by. A rule belongs to it by being a class: adding one is adding a file.</summary>
public static class CaseRuleCatalogue
{
    /// <summary>All rules by id.</summary>
    public static IReadOnlyList<CaseRule> All { get; } =
    [
        .. typeof(CaseRule).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CaseRule)))
            .Select(type => (CaseRule)Activator.CreateInstance(type)!).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, CaseRule> ById = All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule with an id; null when there is none.</summary>
    public static CaseRule? Find(string id) => ById.GetValueOrDefault(id);
}
