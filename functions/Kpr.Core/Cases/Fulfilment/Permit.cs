namespace Kpr.Core.Cases.Fulfilment;

/// <summary>The right to use the data.</summary>
/// <param name="EndsOn">Last day.</param>
/// <param name="NoticesSent">Which notices of the end were sent: days before it.</param>
/// <param name="Extensions">How often it was extended.</param>
/// <param name="RequestedUntil">The end that was asked for and not answered.</param>
/// <param name="Escalations">How often a missing deletion was escalated.</param>
/// <param name="ResultsReported">Whether results were reported.</param>
/// <param name="EndReport">Reference of the end report to REK.</param>
public sealed record Permit(
    DateOnly EndsOn, IReadOnlyList<int> NoticesSent, int Extensions = 0, DateOnly? RequestedUntil = null, int Escalations = 0, bool ResultsReported = false,
    string? EndReport = null);
