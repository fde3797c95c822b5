using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M14: the protocol filed with REK, for research on registers alone.</summary>
public sealed class M14RekProtocol() : ApplicationRule(
    "M14",
    "Ved forskning bare på registerdata skal protokollen være sendt til REK før behandlingen starter.",
    "For research on registers alone the protocol was filed with REK before it begins.",
    "Lov 2025-06-20-71, helseforskningsloven § 9 andre ledd (vedtatt, ikke i kraft); R14")
{
    /// <inheritdoc/>
    public override DateOnly? ValidFrom => null;

    /// <inheritdoc/>
    public override string? Replaces => "M13";

    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) =>
        facts.Kind != ApplicationKind.PersonLevel || facts.Content.Purpose?.Category != PurposeCategory.HealthResearch || facts.Content.Legal?.Rek is not null ? []
        : !facts.OnlyRegisters ? [At("legal.rek")]
        : facts.Content.Legal?.RekProtocolFiled is { } filed && filed <= facts.Day ? []
        : [At("legal.rekProtocolFiled")];
}
