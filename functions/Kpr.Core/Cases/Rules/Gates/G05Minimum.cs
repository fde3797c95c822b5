using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G05: no more data than needed.</summary>
public sealed class G05Minimum() : Gate(
    "G05",
    "Det gis ikke flere opplysninger enn nødvendig, og ikke navn eller nummer uten særlige grunner.",
    "No more data than needed, and no name or number without special grounds.",
    "Helseregisterloven § 19 a andre ledd; R11")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Kind == ApplicationKind.Statistics ? NotApplicable()
        : string.IsNullOrWhiteSpace(facts.Content.Legal?.SpecialGrounds)
            && (facts.Content.Legal?.Identifiability == Identifiability.Direct || facts.Sources.Any(source => source.Variables.Any(variable => variable.DirectIdentifier)))
            ? Failed("Direkte identifiserende opplysninger uten særlige grunner.")
        : facts.Sources.Any(source => source.Variables.Any(variable => string.IsNullOrWhiteSpace(variable.Reason))) ? Failed("Variabler uten begrunnelse.")
        : Judged(assessment);
}
