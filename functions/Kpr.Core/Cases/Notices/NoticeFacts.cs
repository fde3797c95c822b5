namespace Kpr.Core.Cases.Notices;

/// <summary>All that a notice may tell: that something happened in a case, until when somebody has time, and where to read on.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Template">Name of the template: the event's own name.</param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Due">The last day of the deadline that it is about; null where there is none.</param>
/// <param name="Link">Address of the case, behind login.</param>
public sealed record NoticeFacts(string Case, string Template, NoticeRecipient Recipient, DateOnly? Due, Uri Link);
