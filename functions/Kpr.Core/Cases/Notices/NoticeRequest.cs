namespace Kpr.Core.Cases.Notices;

/// <summary>A notice that an event gives rise to. It tells that something happened, never what is in the application.</summary>
/// <param name="Id">Deterministic: case, place of the event, recipient, party. The same event gives the same id however often it is looked at.</param>
/// <param name="Template">Name of the template: the event's own name.</param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Party">Which one, of several: a register's code, a biller, an organisation number.</param>
/// <param name="Proof">The id under which <c>confirm-notice</c> tells the case that it arrived; null where nobody needs to know.</param>
public sealed record NoticeRequest(string Id, string Template, NoticeRecipient Recipient, string? Party, string? Proof);
