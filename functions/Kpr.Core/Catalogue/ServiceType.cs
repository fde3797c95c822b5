namespace Kpr.Core.Catalogue;

/// <summary>A service type (tjenestetype, list 9151 and the codes before it) with its rules. Both dates are included.</summary>
/// <param name="Code">Code without leading zeros.</param>
/// <param name="NorwegianName">Norwegian name.</param>
/// <param name="Group">What kind of service it is.</param>
/// <param name="Amount">How its amount is stated.</param>
/// <param name="OrganisationNumber">Whether the provider's organisation number must be given.</param>
/// <param name="ValidFrom">First day, or null.</param>
/// <param name="ValidTo">Last day, or null.</param>
/// <param name="ExpiredInEventFormat56">Marked expired in version 56 of the event format (rule A47).</param>
/// <param name="FirstWave">One of the services that continuous reporting begins with (rule E11).</param>
/// <param name="Note">Remark in the table, in English.</param>
public sealed record ServiceType(
    string Code,
    string NorwegianName,
    ServiceGroup Group,
    ServiceAmount Amount,
    OrganisationNumberDemand OrganisationNumber,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    bool ExpiredInEventFormat56,
    bool FirstWave,
    string Note)
{
    /// <summary>Whether the code is in use on a day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && (ValidTo is not { } to || day <= to);
}
