namespace Kpr.Core.Cases.Content;

/// <summary>The legal ground (rettslig grunnlag).</summary>
/// <param name="Article6">Ground under GDPR Art. 6(1), for example <c>6(1)(e)</c>.</param>
/// <param name="Article9">Ground under GDPR Art. 9(2).</param>
/// <param name="SupplementaryBasis">Supplementary basis in national law (supplerende rettsgrunnlag).</param>
/// <param name="Route">What lifts confidentiality.</param>
/// <param name="Identifiability">How close to a person the data are.</param>
/// <param name="SpecialGrounds">Special grounds (særlige grunner) for directly identifying data.</param>
/// <param name="Rek">The approval by REK.</param>
/// <param name="RekProtocolFiled">The day on which the protocol was filed with REK, where that replaces approval.</param>
/// <param name="DpiaAttachment">Id of the attachment with the impact assessment (personvernkonsekvensvurdering).</param>
/// <param name="NoDpiaReason">Why there is none.</param>
/// <param name="ConsentAttachment">Id of the attachment with consent form and information letter.</param>
public sealed record LegalSection(
    string? Article6 = null, string? Article9 = null, string? SupplementaryBasis = null, ConfidentialityRoute? Route = null,
    Identifiability Identifiability = Identifiability.Indirect, string? SpecialGrounds = null, RekApproval? Rek = null, DateOnly? RekProtocolFiled = null,
    string? DpiaAttachment = null, string? NoDpiaReason = null, string? ConsentAttachment = null)
{
    /// <summary>The grounds as a ledger of disclosures has them.</summary>
    public string Grounds() => string.Join("; ", new[] { Article6, Article9, Route?.ToString() }.Where(text => text is not null));
}
