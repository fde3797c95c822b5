using System.Runtime.CompilerServices;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules;

/// <summary>
/// The rules that stand on a day (regelpakke). A case says by which pack it was judged; any case can be judged again by any pack, so the law of its day and
/// that of today can be compared.
/// </summary>
public sealed class RulePack
{
    private static readonly ConditionalWeakTable<IReadOnlyDictionary<string, DateOnly>, PackSeries> Series = [];

    internal RulePack(DateOnly since, IReadOnlyDictionary<string, DateOnly> inForce)
    {
        Since = since;
        Rules = [.. CaseRuleCatalogue.All.Where(rule => rule.AppliesOn(since, inForce))];
        Routing = [.. Rules.OfType<RoutingRule>()];
        Application = [.. Rules.OfType<ApplicationRule>()];
        Gates = [.. Rules.OfType<Gate>()];
        var set = string.Concat(inForce.Where(date => date.Value <= since).OrderBy(date => date.Key, StringComparer.Ordinal).Select(date => $"+{date.Key}"));
        Id = $"regler-{Format.Date(since)}{set}";
    }

    /// <summary>Name of the pack: the day of its last change, and the rules whose dates were set by hand.</summary>
    public string Id { get; }

    /// <summary>The day from which it stands.</summary>
    public DateOnly Since { get; }

    /// <summary>All its rules.</summary>
    public IReadOnlyList<CaseRule> Rules { get; }

    /// <summary>Where applications belong.</summary>
    public IReadOnlyList<RoutingRule> Routing { get; }

    /// <summary>What applications must hold.</summary>
    public IReadOnlyList<ApplicationRule> Application { get; }

    /// <summary>The legal gates of a grant.</summary>
    public IReadOnlyList<Gate> Gates { get; }

    /// <summary>The pack of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="inForce">Dates set for rules that are adopted but not in force.</param>
    public static RulePack On(DateOnly day, IReadOnlyDictionary<string, DateOnly> inForce) => Series.GetValue(inForce, dates => new PackSeries(dates)).On(day);

    /// <summary>Where the application belongs; null for here.</summary>
    public Cases.Routing? Route(CaseFacts facts)
    {
        foreach (var rule in Routing)
        {
            if (rule.Route(facts) is { } elsewhere)
            {
                return elsewhere;
            }
        }

        return null;
    }

    /// <summary>What the application lacks, and what in it does not agree.</summary>
    public IReadOnlyList<CaseFinding> Find(CaseFacts facts) => [.. Application.SelectMany(rule => rule.Judge(facts))];

    /// <summary>Those findings that keep an application from being sent in.</summary>
    public IReadOnlyList<CaseFinding> Blocking(IReadOnlyList<CaseFinding> findings) =>
        [.. findings.Where(finding => Application.Any(rule => rule.Id == finding.Rule && rule.Blocks))];

    /// <summary>What the gates say.</summary>
    public IReadOnlyList<GateResult> JudgeGates(CaseFacts facts, IReadOnlyList<GateAssessment> assessments) =>
        [.. Gates.Select(gate => gate.Judge(facts, assessments.FirstOrDefault(assessment => assessment.Gate == gate.Id)))];

    // The packs of one set of dates, by the days on which something changes.
    private sealed class PackSeries
    {
        private readonly DateOnly[] _changes;
        private readonly RulePack[] _packs;

        public PackSeries(IReadOnlyDictionary<string, DateOnly> inForce)
        {
            _changes =
            [
                .. CaseRuleCatalogue.All.Select(rule => rule.From(inForce)).Concat(CaseRuleCatalogue.All.Select(rule => rule.ValidTo?.AddDays(1)))
                    .OfType<DateOnly>().Distinct().Order(),
            ];
            _packs = [.. _changes.Select(change => new RulePack(change, inForce))];
        }

        public RulePack On(DateOnly day)
        {
            var i = Array.BinarySearch(_changes, day);
            return _packs[Math.Max(0, i >= 0 ? i : ~i - 1)];
        }
    }
}
