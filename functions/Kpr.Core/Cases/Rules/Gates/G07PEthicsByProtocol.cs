using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G07P: the protocol filed with REK, for research on registers alone.</summary>
public sealed class G07PEthicsByProtocol() : Gate(
    "G07P",
    "Forskning bare på registerdata har sendt protokollen til REK; annen helseforskning har REK-godkjenning.",
    "Research on registers alone has filed its protocol with REK; other health research has approval.",
    "Lov 2025-06-20-71, helseforskningsloven § 9 andre ledd (vedtatt, ikke i kraft); R14")
{
    /// <inheritdoc/>
    public override DateOnly? ValidFrom => null;

    /// <inheritdoc/>
    public override string? Replaces => "G07";

    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) =>
        facts.Kind == ApplicationKind.Statistics || facts.Content.Purpose?.Category != PurposeCategory.HealthResearch ? NotApplicable()
        : facts.OnlyRegisters && facts.Content.Legal?.RekProtocolFiled <= facts.Day ? Passed()
        : facts.Content.Legal?.Rek is { CoversPurpose: true } rek && !(rek.ExpiresOn < facts.Day) ? Passed()
        : Failed("Protokollen er ikke sendt til REK, og REK-godkjenning mangler.");
}
