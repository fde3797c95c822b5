using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Rules;

namespace Kpr.Functions.Applications.Views;

/// <summary>What an application lacks by the rules of a day, before anybody has looked at it.</summary>
/// <param name="Pack">The rules it was judged by.</param>
/// <param name="Complete">Whether the rules find nothing.</param>
/// <param name="Findings">What they find; those that block keep it from being sent in.</param>
/// <param name="Unscanned">Attachments that do not count yet.</param>
/// <param name="RoutedTo">Where it belongs, when not here.</param>
/// <param name="Gates">The legal conditions as far as they are judged; for the unit only.</param>
public sealed record CompletenessView(
    string Pack, bool Complete, IReadOnlyList<CompletenessView.Finding> Findings, IReadOnlyList<string> Unscanned, string? RoutedTo, IReadOnlyList<GateResult>? Gates)
{
    /// <summary>Judges a case as it stands.</summary>
    public static CompletenessView Of(CaseState state, Actor reader, CasePolicy policy, DateOnly today)
    {
        var pack = RulePack.On(today, policy.RulesInForce);
        var facts = CaseFacts.Of(state, policy, today);
        var findings = pack.Find(facts);
        var blocking = pack.Blocking(findings).ToHashSet();
        return new CompletenessView(
            pack.Id, findings.Count == 0, [.. findings.Select(finding => new Finding(finding.Rule, finding.Field, finding.Norwegian, finding.English, blocking.Contains(finding)))],
            [.. state.Attachments.Where(file => file.Scan != ScanResult.Clean).Select(file => file.Id)], pack.Route(facts)?.To,
            CaseView.IsUnit(reader.Role) ? pack.JudgeGates(facts, state.Assessments) : null);
    }

    /// <summary>Something that is lacking or does not agree.</summary>
    /// <param name="Rule">Id of the rule.</param>
    /// <param name="Field">Where.</param>
    /// <param name="Norwegian">What is demanded, in bokmål.</param>
    /// <param name="English">The same in English.</param>
    /// <param name="Blocks">Whether the application cannot be sent in with it.</param>
    public sealed record Finding(string Rule, string Field, string Norwegian, string English, bool Blocks);
}
