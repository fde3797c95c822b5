using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M20: the research protocol.</summary>
public sealed class M20Protocol() : ApplicationRule(
    "M20",
    "Forskningsprotokoll skal være vedlagt søknad om personidentifiserbare data til forskning.",
    "The research protocol is attached to an application for person-level data for research.",
    "Helsedata.no, Nødvendige godkjenninger")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && facts.Content.Purpose?.Category is PurposeCategory.HealthResearch or PurposeCategory.OtherResearch && facts.Attachments.All(file => file.Kind != AttachmentKind.Protocol) ? [At("attachment:protocol")] : [];
}
