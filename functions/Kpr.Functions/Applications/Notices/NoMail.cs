namespace Kpr.Functions.Applications.Notices;

/// <summary>No way to send e-mail is set: letters wait, and are given up for an operator in the end, instead of being lost.</summary>
public sealed class NoMail : IMailSender
{
    /// <inheritdoc/>
    public Task<SendAnswer> SendAsync(MailLetter letter, CancellationToken cancellationToken) => Task.FromResult(new SendAnswer("no way to send e-mail is set"));
}
