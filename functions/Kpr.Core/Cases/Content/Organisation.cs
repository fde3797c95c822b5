namespace Kpr.Core.Cases.Content;

/// <summary>An organisation.</summary>
/// <param name="Name">Name.</param>
/// <param name="OrganisationNumber">Nine digits; null for a foreign one.</param>
/// <param name="AgreementAttachment">Id of the attachment with its agreement, for a processor.</param>
public sealed record Organisation(string Name, string? OrganisationNumber, string? AgreementAttachment = null);
