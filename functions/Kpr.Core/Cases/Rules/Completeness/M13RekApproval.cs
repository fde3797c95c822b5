using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M13: approval by REK for health research.</summary>
public sealed class M13RekApproval() : ApplicationRule(
    "M13",
    "Medisinsk og helsefaglig forskning skal ha forhåndsgodkjenning fra REK.",
    "Medical and health research has the approval of REK.",
    "Helseregisterloven § 19 a femte ledd; helseforskningsloven § 9; R14")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && facts.Content is { Purpose.Category: PurposeCategory.HealthResearch, Legal: null or { Rek: null } } ? [At("legal.rek")] : [];
}
