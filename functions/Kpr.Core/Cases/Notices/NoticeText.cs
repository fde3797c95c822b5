namespace Kpr.Core.Cases.Notices;

/// <summary>A notice as its receiver reads it.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed record NoticeText(string Subject, string Body);
