using System.ComponentModel.DataAnnotations;

namespace Kpr.Functions.Applications.Access;

/// <summary>
/// Whose tokens are taken. Applicants come from one issuer and staff of all parties from another, so that no token of the one can act as the other; on one
/// machine the local issuer stands in for both.
/// </summary>
public sealed class AccessOptions : IValidatableObject
{
    /// <summary>The applicants' issuer (ID-porten), as the address that <c>/.well-known/openid-configuration</c> stands under. Default: none.</summary>
    public string ApplicantsAuthority { get; set; } = "";

    /// <summary>For whom the applicants' tokens are made out. Default: none.</summary>
    public string ApplicantsAudience { get; set; } = "";

    /// <summary>The issuer of staff (Entra ID), as above. Default: none.</summary>
    public string StaffAuthority { get; set; } = "";

    /// <summary>For whom tokens of staff are made out. Default: none.</summary>
    public string StaffAudience { get; set; } = "";

    /// <summary>The claim that holds roles: <c>handler</c>, <c>decider</c>, <c>register:kpr</c>, <c>linker:983744516</c>. Default: <c>roles</c>.</summary>
    public string StaffRoleClaim { get; set; } = "roles";

    /// <summary>The claim that names a member of staff for good. Default: <c>oid</c>, which unlike <c>sub</c> is the same for all applications.</summary>
    public string StaffSubjectClaim { get; set; } = "oid";

    /// <summary>File of the local issuer's key; empty: there is no local issuer. Refused in Azure. Default: none.</summary>
    public string LocalKeys { get; set; } = "";

    /// <summary>By how much clocks may differ. Default: 1 minute.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, string Authority, string Audience)[] issuers = [("Applicants", ApplicantsAuthority, ApplicantsAudience), ("Staff", StaffAuthority, StaffAudience)];
        foreach (var (name, authority, audience) in issuers.Where(issuer => issuer.Authority.Length + issuer.Audience.Length > 0))
        {
            if (audience.Length == 0 || authority.Length == 0)
            {
                yield return new ValidationResult($"Settings Kpr__Access__{name}Authority and Kpr__Access__{name}Audience go together: one of them is missing.", [name]);
            }
            else if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            {
                yield return new ValidationResult($"Setting Kpr__Access__{name}Authority is not an https address.", [name]);
            }
        }

        if (ApplicantsAuthority.Length > 0 && ApplicantsAuthority == StaffAuthority)
        {
            yield return new ValidationResult("Kpr__Access__ApplicantsAuthority and Kpr__Access__StaffAuthority are the same: an applicant could act as staff.", [nameof(StaffAuthority)]);
        }

        if (ClockSkew < TimeSpan.Zero || ClockSkew > TimeSpan.FromMinutes(5))
        {
            yield return new ValidationResult($"Setting Kpr__Access__ClockSkew is {ClockSkew}: it is between nothing and five minutes.", [nameof(ClockSkew)]);
        }
    }
}
