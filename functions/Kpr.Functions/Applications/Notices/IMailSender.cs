namespace Kpr.Functions.Applications.Notices;

/// <summary>Sends e-mail.</summary>
public interface IMailSender
{
    /// <summary>Sends a letter; sending it again under its id must not make a second one.</summary>
    Task<SendAnswer> SendAsync(MailLetter letter, CancellationToken cancellationToken);
}
