namespace Kpr.Core.Cases.Content;

/// <summary>Data from elsewhere that are linked in: a survey, SSB, own data.</summary>
/// <param name="Name">Whose data.</param>
/// <param name="ApprovalAttachment">Id of the attachment with the partner's own approval.</param>
/// <param name="Kind">What they are.</param>
public sealed record LinkagePartner(string Name, string? ApprovalAttachment, LinkagePartnerKind Kind = LinkagePartnerKind.Other);
