using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G11: only what may be linked.</summary>
public sealed class G11Linkage() : Gate(
    "G11",
    "Det kobles bare med helseregistre og offentlige demografiske og sosioøkonomiske data, eller egne data med eget grunnlag.",
    "Only health registers and public demographic or socio-economic data are linked, or own data with a basis of their own.",
    "Helseregisterloven § 19 c; R18")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Content.Linkage is not { Linked: true, Partners: { Count: > 0 } partners } ? NotApplicable()
        : partners.Any(partner => partner.Kind == LinkagePartnerKind.Other) ? Failed("Datakilden kan ikke kobles.")
        : partners.Any(partner => partner.ApprovalAttachment is null || !facts.HasAttachment(partner.ApprovalAttachment)) ? Failed("Koblingspartners godkjenning mangler.")
        : Passed();
}
