namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X10: linkage partners have their own approval.</summary>
public sealed class X10PartnerApproval() : ApplicationRule(
    "X10",
    "Hver koblingspartner skal ha egen godkjenning vedlagt.",
    "Every linkage partner’s own approval is attached.",
    "Helseregisterloven § 19 c; R18")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) =>
        from partner in facts.Content.Linkage?.Partners ?? []
        where partner.ApprovalAttachment is null || !facts.HasAttachment(partner.ApprovalAttachment)
        select At($"linkage.partners:{partner.Name}");
}
