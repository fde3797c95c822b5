namespace Kpr.Core.Formats.CareReport;

/// <summary>A version of the annual report's format.</summary>
/// <param name="Number">What the message states.</param>
/// <param name="FirstYear">First data year that it is for.</param>
/// <param name="LastYear">Last data year that it is for; null while it is in use.</param>
/// <param name="IsFormat56OrLater">Whether technology and coercion have left the service types (A47).</param>
public sealed record CareReportVersion(string Number, int FirstYear, int? LastYear, bool IsFormat56OrLater)
{
    /// <summary>Whether a report about a data year may be in this version, whenever it is sent.</summary>
    public bool IsFor(int dataYear) => dataYear >= FirstYear && (LastYear is not { } last || dataYear <= last);
}
