namespace Kpr.Core.Formats.Claims;

/// <summary>A practitioner or referrer (behandler, henvisende instans) by number and type of number.</summary>
/// <param name="Id">The number; null when missing. May be a national identity number: never to be logged or stored.</param>
/// <param name="Type">FNR, DNR, HPR, or ENH for an organisation; null when missing.</param>
public readonly record struct ClaimParty(string? Id, string? Type)
{
    /// <summary>Whether the number is a national identity number.</summary>
    public bool IsPerson => Type is "FNR" or "DNR";

    /// <summary>Whether the number is of the register of health personnel.</summary>
    public bool IsHpr => Type == "HPR";

    /// <summary>Whether the number is an organisation's: child welfare services refer so.</summary>
    public bool IsOrganisation => Type == "ENH";
}
