namespace Kpr.Core.Catalogue;

/// <summary>A municipality number (kommunenummer) and the time it is in use. Both dates are included.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Name">Norwegian name.</param>
/// <param name="ValidFrom">First day; null when it was in use before the first recorded change, of 1988.</param>
/// <param name="ValidTo">Last day; null when it is in use.</param>
/// <param name="Successors">Numbers that took over; empty while in use, several after a split.</param>
/// <param name="End">Why it went out of use.</param>
public sealed record Municipality(
    string Number, string Name, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> Successors, MunicipalityEnd End)
{
    /// <summary>Whether the number is in use on a day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && (ValidTo is not { } to || day <= to);
}
