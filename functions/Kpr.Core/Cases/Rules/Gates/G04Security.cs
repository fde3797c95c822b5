using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G04: the recipient explains its measures.</summary>
public sealed class G04Security() : Gate(
    "G04",
    "Mottaker har gjort rede for sikkerhetstiltak og lagringssted.",
    "The recipient has explained measures and place of storage.",
    "Helseregisterloven § 19 a første ledd d")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Kind == ApplicationKind.Statistics ? NotApplicable()
        : string.IsNullOrWhiteSpace(facts.Content.Security?.Measures) || string.IsNullOrWhiteSpace(facts.Content.Security.StoragePlace)
            ? Failed("Sikkerhetstiltak eller lagringssted mangler.") : Passed();
}
