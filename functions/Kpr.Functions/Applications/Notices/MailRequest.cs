namespace Kpr.Functions.Applications.Notices;

/// <summary>A letter as Azure Communication Services takes it.</summary>
/// <param name="SenderAddress">Sender's address.</param>
/// <param name="Content">Subject and text.</param>
/// <param name="Recipients">Receivers.</param>
/// <param name="Headers">Further headers.</param>
internal sealed record MailRequest(string SenderAddress, MailRequest.Letter Content, MailRequest.Receivers Recipients, IReadOnlyDictionary<string, string> Headers)
{
    internal sealed record Letter(string Subject, string PlainText);

    internal sealed record Receivers(IReadOnlyList<Receiver> To);

    internal sealed record Receiver(string Address);
}
