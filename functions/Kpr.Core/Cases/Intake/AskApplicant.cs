using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Intake;

/// <summary>
/// Sends structured deficiencies (mangler): R24, R25. Once the application was found complete, it is either a question that holds no clock, or, with
/// <paramref name="ReopenBecause"/>, the finding that it was not complete: then the statutory clock is held, and begins anew when it is.
/// </summary>
/// <param name="Items">What is asked for; one at least.</param>
/// <param name="ReopenBecause">Why the application was not complete after all; null for a question that holds no clock.</param>
[Command("ask-applicant", "Spør søker", "Ask the applicant")]
[In(Phase.Intake, Phase.InReview)]
[By(Role.Handler, Relation.Assigned)]
[By(Role.Register, Relation.Source)]
public sealed record AskApplicant(IReadOnlyList<DeficiencyItem> Items, string? ReopenBecause = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (Items.Count == 0 || Items.Any(item => string.IsNullOrWhiteSpace(item.Field) || string.IsNullOrWhiteSpace(item.Text)))
        {
            return Refusals.NoItems;
        }

        if (ReopenBecause is not null && (state.Phase != Phase.InReview || now.By.Role != Role.Handler))
        {
            return Refusals.NotComplete;
        }

        var round = (state.Round?.Number ?? 0) + 1;
        var items = Items.Select((item, i) => new Deficiency($"M{state.Deficiencies.Count + i + 1}", item, now.By.Subject)).ToList();
        var sent = new DeficienciesSent(round, state.Phase, items, now.Today);
        var clock = now.Start(
            state, ClockKind.DeficiencyReply, "Spørsmål ble sendt til søker", state.Profile == ClockProfile.Ehds ? ClockCatalogue.EhdsCompletionTerm : null);
        return ReopenBecause is null
            ? [sent, clock]
            : [new CompletenessReopened(ReopenBecause), .. now.Pause(state, ClockKind.MakeAvailable, ReopenBecause), .. now.Pause(state, ClockKind.EhdsDecision, ReopenBecause), sent, clock];
    }
}
