namespace Kpr.Functions.Applications.Notices;

/// <summary>An e-mail.</summary>
/// <param name="Id">Deterministic: the same letter has the same id.</param>
/// <param name="From">Sender's address.</param>
/// <param name="To">Receiver's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="At">When it was planned.</param>
public sealed record MailLetter(string Id, string From, string To, string Subject, string Body, DateTimeOffset At);
