using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G13: the end and the deletion that conditions are tied to are known.</summary>
public sealed class G13Conditions() : Gate(
    "G13",
    "Vilkår om sletting kan knyttes til en oppgitt slutt.",
    "Conditions on deletion have an end that they are tied to.",
    "Helseregisterloven § 19 a fjerde ledd; forskrift 2023-01-11-48 § 4; R17")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Kind == ApplicationKind.Statistics ? NotApplicable()
        : facts.Content.Project?.EndsOn is null ? Failed("Prosjektslutt er ikke oppgitt.") : Passed();
}
