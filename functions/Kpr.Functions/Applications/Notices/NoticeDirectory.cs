using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Parties;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Applications.Notices;

/// <summary>
/// Who gets a notice, and where. Settings name parties' addresses; an applicant's is the contact's in the application, until they choose otherwise. A party
/// without any is written to at the mailbox of the unit: nothing is lost for want of an address.
/// </summary>
/// <param name="options">The settings.</param>
/// <param name="wishes">What persons chose for themselves.</param>
public sealed class NoticeDirectory(IOptions<NoticeOptions> options, NoticeWishes wishes)
{
    /// <summary>The party that a notice is for, as settings name it.</summary>
    public static string PartyOf(CaseState state, NoticeRequest request) => request.Recipient switch
    {
        NoticeRecipient.Applicant => $"applicant/{state.Owner}",
        NoticeRecipient.Controller => $"controller/{state.Content.Parties?.Controller?.OrganisationNumber}",
        NoticeRecipient.Handler when (request.Party ?? state.Staff.Handler) is { } handler => $"handler/{handler}",
        _ => request.Party is { } party ? $"{Name(request.Recipient)}/{party}" : Name(request.Recipient),
    };

    /// <summary>The party that a person is: <c>applicant/{subject}</c>, <c>handler/{subject}</c>.</summary>
    public static string PartyOf(Actor person) => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(person.Role.ToString())}/{person.Subject}";

    /// <summary>The ways in which a party gets notices; one at least.</summary>
    public IReadOnlyList<NoticeChannel> ChannelsOf(string party) => Setting(party) is { Webhook.Length: > 0 } known
        ? known.Email.Length > 0 ? [NoticeChannel.Webhook, NoticeChannel.Email] : [NoticeChannel.Webhook]
        : [NoticeChannel.Email];

    /// <summary>Where a party's notices go by one of the ways, as settings are now.</summary>
    /// <param name="party">The party.</param>
    /// <param name="channel">The way.</param>
    /// <param name="state">The case, which knows the applicant's address.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The address; null where a webhook is not set any longer.</returns>
    public async Task<NoticeAddress?> FindAsync(string party, NoticeChannel channel, CaseState state, CancellationToken cancellationToken)
    {
        var known = Setting(party);
        if (channel == NoticeChannel.Webhook)
        {
            return known is { Webhook.Length: > 0 } ? new NoticeAddress(channel, party, known.Webhook, Secrets: [.. known.Secrets]) : null;
        }

        var wish = await wishes.FindAsync(party, cancellationToken);
        return new NoticeAddress(
            channel, party, Email(known, wish, party, state), wish?.Language ?? known?.Language ?? NoticeTemplates.Norwegian, wish?.Digest ?? known?.Digest ?? false);
    }

    private string Email(PartyAddress? known, NoticeWish? wish, string party, CaseState state) =>
        wish?.Email is { Length: > 0 } own ? own
        : known is { Email.Length: > 0 } ? known.Email
        : party == $"applicant/{state.Owner}" && state.Content.Parties?.Contact?.Email is { Length: > 0 } contact && MailText.IsAddress(contact) ? contact
        : options.Value.Mailbox;

    // A person may have no setting of their own, but their unit has.
    private PartyAddress? Setting(string party) =>
        options.Value.Parties.FirstOrDefault(known => known.Party == party)
        ?? options.Value.Parties.FirstOrDefault(known => party.StartsWith($"{known.Party}/", StringComparison.Ordinal));

    private static string Name(NoticeRecipient recipient) => JsonNamingPolicy.KebabCaseLower.ConvertName(recipient.ToString());
}
