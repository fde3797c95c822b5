namespace Kpr.Core.Formats.Claims;

/// <summary>Members of a pasient, in the order of <see cref="ClaimJsonNames.Patient"/>.</summary>
internal enum PatientJsonMember
{
    Etternavn,
    Fornavn,
    Kjonn,
    Trygdenasjon,
    Identifikasjon,
    Fodselsdato,
    Eea,
}
