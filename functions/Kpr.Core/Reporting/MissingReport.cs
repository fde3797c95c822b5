namespace Kpr.Core.Reporting;

/// <summary>Something that a sender has not delivered.</summary>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Period">What it is about: a data year or a month, <c>2025</c> or <c>2025-07</c>; empty where there are no periods.</param>
/// <param name="DueOn">Last day to deliver it; null where no deadline is known.</param>
/// <param name="IsLate">Whether that day is past.</param>
/// <param name="What">What is missing, in Norwegian.</param>
/// <param name="Source">Who demands it.</param>
public sealed record MissingReport(string Feed, string Period, DateOnly? DueOn, bool IsLate, string What, string Source);
