namespace Kpr.Core.Cases.Rules;

/// <summary>
/// A rule that cases are judged by. One rule is one file: id, texts, source and dates of validity stand there, and the published page is made from them.
/// </summary>
/// <param name="id">Id in the catalogue: A for routing, M for what is missing, X for what does not agree, G for legal gates.</param>
/// <param name="norwegian">What it demands, in bokmål.</param>
/// <param name="english">What it demands, in English.</param>
/// <param name="source">Law, regulation, guidance or own choice.</param>
public abstract class CaseRule(string id, string norwegian, string english, string source)
{
    /// <summary>Id in the catalogue.</summary>
    public string Id => id;

    /// <summary>What it demands, in bokmål.</summary>
    public string Norwegian => norwegian;

    /// <summary>What it demands, in English.</summary>
    public string English => english;

    /// <summary>Where it comes from.</summary>
    public string Source => source;

    /// <summary>First day; null for a rule that is adopted but not in force. §§ 19–19 h entered into force on 1 June 2021.</summary>
    public virtual DateOnly? ValidFrom => new(2021, 6, 1);

    /// <summary>Last day; null while it stands.</summary>
    public virtual DateOnly? ValidTo => null;

    /// <summary>Id of the rule that ends the day before this one enters into force.</summary>
    public virtual string? Replaces => null;

    /// <summary>The first day, when dates were set for rules that are adopted.</summary>
    public DateOnly? From(IReadOnlyDictionary<string, DateOnly> inForce) => inForce.TryGetValue(Id, out var day) ? day : ValidFrom;

    /// <summary>Whether the rule stands on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="inForce">Dates set for rules that are adopted but not in force.</param>
    public bool AppliesOn(DateOnly day, IReadOnlyDictionary<string, DateOnly> inForce) =>
        From(inForce) <= day && (ValidTo is null || day <= ValidTo) && !CaseRuleCatalogue.All.Any(rule => rule.Replaces == Id && rule.AppliesOn(day, inForce));
}
