using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G12: statistics are anonymous.</summary>
public sealed class G12AnonymousStatistics() : Gate(
    "G12",
    "Statistikk skal være anonym.",
    "Statistics are anonymous.",
    "Helseregisterloven § 19; R6")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Kind != ApplicationKind.Statistics ? NotApplicable()
        : facts.Sources.Any(source => source.Variables.Any(variable => variable.DirectIdentifier)) ? Failed("Statistikk kan ikke ha direkte identifiserende variabler.")
        : Passed();
}
