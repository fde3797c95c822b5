namespace Kpr.Core.Cases.Content;

/// <summary>What the applicant tells of the approval by REK (forhåndsgodkjenning).</summary>
/// <param name="Reference">REK's reference.</param>
/// <param name="DecidedOn">Date of the decision.</param>
/// <param name="ExpiresOn">The end date in the decision.</param>
/// <param name="CoversPurpose">Whether the purpose here lies within the approved one.</param>
/// <param name="Registers">Codes of the registers that it names; null when not told.</param>
/// <param name="Attachment">Id of the attachment with the decision.</param>
public sealed record RekApproval(
    string Reference, DateOnly DecidedOn, DateOnly? ExpiresOn = null, bool CoversPurpose = true, IReadOnlyList<string>? Registers = null,
    string? Attachment = null);
