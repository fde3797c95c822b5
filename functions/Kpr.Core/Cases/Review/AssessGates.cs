using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Judges legal gates that need a person's judgement (A4).</summary>
/// <param name="Findings">What was found, by gate.</param>
[Command("assess-gates", "Vurder vilkår", "Assess gates")]
[In(Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent)]
[By(Role.Handler, Relation.Assigned)]
public sealed record AssessGates(IReadOnlyList<GateFinding> Findings) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (Findings.Count == 0 || Findings.Any(finding => string.IsNullOrWhiteSpace(finding.Reason)))
        {
            return Refusals.TextMissing.For("findings");
        }

        var unknown = Findings.Select(finding => finding.Gate).Where(gate => now.Pack.Gates.All(known => known.Id != gate)).ToList();
        return unknown.Count > 0
            ? Refusals.UnknownItem.For(unknown)
            : [new GatesAssessed([.. Findings.Select(finding => new GateAssessment(finding.Gate, finding.Verdict, finding.Reason, now.By.Subject))])];
    }
}
