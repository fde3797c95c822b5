namespace Kpr.Core.Reporting;

/// <summary>A number that a sender can compare with its own: how many records of a service a delivery brought.</summary>
/// <param name="Period">Year or month, <c>2025</c> or <c>2025-07</c>.</param>
/// <param name="Service">Service or type of service; <see cref="All"/> for all records together.</param>
/// <param name="Count">Number of records stored; in the annual report of users with the service.</param>
public sealed record Figure(string Period, string Service, long Count)
{
    /// <summary>All records of the period together: users with several services count once.</summary>
    public const string All = "alle";
}
