namespace Kpr.Core.Catalogue;

/// <summary>A city district (bydel) of Oslo, Bergen, Trondheim or Stavanger. Both dates are included.</summary>
/// <param name="Municipality">Number of the municipality, four digits.</param>
/// <param name="Number">Six digits: the municipality's four and the district's two; 99 is an unknown district.</param>
/// <param name="Name">Norwegian name.</param>
/// <param name="ValidFrom">First day; null when not known.</param>
/// <param name="ValidTo">Last day; null when in use.</param>
/// <param name="Successor">Number that took over, or null.</param>
public sealed record District(string Municipality, string Number, string Name, DateOnly? ValidFrom, DateOnly? ValidTo, string? Successor)
{
    /// <summary>Whether the number is in use on a day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && (ValidTo is not { } to || day <= to);
}
