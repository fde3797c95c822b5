namespace Kpr.Core.Cases.Orders;

/// <summary>How far work may go beyond what the applicant accepted.</summary>
internal static class Tolerance
{
    /// <summary>Whether this much is more than was accepted, with the tolerance of the policy. Nothing is too much where no estimate was made.</summary>
    public static bool IsExceeded(SourceOrder order, int minutes, CasePolicy policy) =>
        order is { ZeroPrice: false, EstimatedMinutes: { } accepted } && minutes * 100L > accepted * (100L + policy.EstimateTolerancePercent);
}
