using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Rules;

namespace Kpr.Core.Cases.Intake;

/// <summary>
/// Answers deficiencies, some or all, and changes the application where needed: a change freezes a new version. What a rule had found is checked by that
/// rule at once. When none is open the case goes back to where it came from.
/// </summary>
/// <param name="Answers">The answers.</param>
/// <param name="Sections">Changed sections.</param>
[Command("answer-deficiencies", "Svar", "Answer")]
[In(Phase.AwaitingApplicant)]
[By(Role.Applicant, Relation.Owner, Relation.Editor)]
public sealed record AnswerDeficiencies(IReadOnlyList<DeficiencyAnswer> Answers, ApplicationContent? Sections = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var open = state.Deficiencies.Where(item => item.Status == DeficiencyStatus.Open).ToList();
        if (Answers.Count == 0 || Answers.Any(answer => string.IsNullOrWhiteSpace(answer.Text)))
        {
            return Refusals.TextMissing.For("answers");
        }

        if (Answers.Where(answer => open.All(item => item.Id != answer.Deficiency)).Select(answer => answer.Deficiency).ToList() is { Count: > 0 } unknown)
        {
            return Refusals.UnknownItem.For(unknown);
        }

        if (state.Attachments.Where(file => file.Scan != ScanResult.Clean).Select(file => file.Id).ToList() is { Count: > 0 } unscanned)
        {
            return Refusals.AttachmentsNotScanned.For(unscanned);
        }

        var change = Sections is null ? ApplicationContent.Empty : ContentDiff.OnlyChanged(state.Content, Sections);
        var newFiles = state.Attachments.Any(file => !state.Versions[^1].Attachments.Contains(file.Id));
        var all = open.All(item => Answers.Any(answer => answer.Deficiency == item.Id));
        var answered = new DeficienciesAnswered(
            Answers, change.IsEmpty ? null : change, change.IsEmpty && !newFiles ? null : state.Versions.Count + 1, now.Pack.Id, now.Today, all);
        return
        [
            answered,
            .. ResolvedByRule(state, change, open, now),
            .. all ? now.Stop(state, ClockKind.DeficiencyReply, "Søker svarte") : [],
            .. all ? now.Stop(state, ClockKind.DeficiencyReminder, "Søker svarte") : [],
        ];
    }

    private IEnumerable<CaseEvent> ResolvedByRule(CaseState state, ApplicationContent change, List<Deficiency> open, CommandContext now)
    {
        var found = now.Pack.Find(CaseFacts.Of(state with { Content = state.Content.With(change) }, now.Policy, now.Today));
        var resolved = open
            .Where(item => item.Item.Rule is { } rule && Answers.Any(answer => answer.Deficiency == item.Id)
                && found.All(finding => finding.Rule != rule || finding.Field != item.Item.Field))
            .Select(item => item.Id).ToList();
        return resolved.Count == 0 ? [] : [new DeficienciesResolved(resolved, ByRule: true)];
    }
}
