using Kpr.Core.Cases.Notices;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Applications.Notices;

/// <summary>The ways out: e-mail and webhooks.</summary>
/// <param name="webhooks">Sends webhooks.</param>
/// <param name="mail">Sends e-mail.</param>
/// <param name="options">The settings.</param>
public sealed class NoticePost(WebhookSender webhooks, IMailSender mail, IOptions<NoticeOptions> options)
{
    /// <summary>Sends notices to one address, as one message; several only by e-mail.</summary>
    public async Task<SendAnswer> SendAsync(NoticeAddress address, IReadOnlyList<PlannedNotice> notices, CancellationToken cancellationToken)
    {
        if (address.Channel == NoticeChannel.Webhook)
        {
            return await webhooks.SendAsync(address, notices[0], cancellationToken);
        }

        try
        {
            return await mail.SendAsync(Letter(address, notices), cancellationToken);
        }
        catch (Exception e) when (e is IOException || Outage.Is(e, cancellationToken))
        {
            return new SendAnswer(Outage.Kind(e));
        }
    }

    private MailLetter Letter(NoticeAddress address, IReadOnlyList<PlannedNotice> notices)
    {
        List<NoticeFacts> facts = [.. notices.Select(notice => new NoticeFacts(notice.Case, notice.Template, notice.Recipient, notice.Due, LinkTo(notice.Case)))];
        var text = facts.Count == 1 ? NoticeTemplates.Write(address.Language, facts[0]) : NoticeTemplates.WriteDigest(address.Language, facts);
        return new MailLetter(
            NoticeStore.KeyOf(string.Join('\n', notices.Select(notice => notice.Id))), options.Value.From, address.Target, text.Subject, text.Body, notices[^1].At);
    }

    private Uri LinkTo(string caseId) => new(options.Value.CaseAddress, caseId);
}
