namespace Kpr.Core.Formats.Claims;

/// <summary>Children of Patient, in the order of <see cref="ClaimXmlNames.InPatient"/>.</summary>
internal enum PatientXmlPart
{
    Unknown = -1,
    FamilyName,
    GivenName,
    DateOfBirth,
    Sex,
    Nationality,
    Ident,
    ArbeidstagerNorge,
}
