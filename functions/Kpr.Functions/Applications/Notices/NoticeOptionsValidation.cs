using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Applications.Notices;

/// <summary>Looks at start whether notices can go out: one way for e-mail, addresses that are some, webhooks that are signed and go where nobody listens in.</summary>
public sealed class NoticeOptionsValidation : IValidateOptions<NoticeOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, NoticeOptions options)
    {
        var faults = new List<string>();
        if (options.MailFolder.Length > 0 && options.MailEndpoint.Length > 0)
        {
            faults.Add("Kpr__Notices__MailEndpoint (Azure Communication Services) and Kpr__Notices__MailFolder (one machine) contradict each other.");
        }

        if (options.MailEndpoint.Length > 0 && !(Uri.TryCreate(options.MailEndpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps))
        {
            faults.Add("Setting Kpr__Notices__MailEndpoint is no https address.");
        }

        foreach (var (index, party) in options.Parties.Index())
        {
            faults.AddRange(Faults(party).Select(fault => $"Setting Kpr__Notices__Parties__{index}: {fault}"));
        }

        faults.AddRange(options.Parties.GroupBy(party => party.Party, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"Setting Kpr__Notices__Parties names {same.Key} twice."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(PartyAddress party)
    {
        if (party.Party.Length == 0)
        {
            yield return "no Party.";
        }

        if (party.Email.Length > 0 && !MailAddress.TryCreate(party.Email, out _))
        {
            yield return "Email is no address.";
        }

        if (party.Webhook.Length == 0)
        {
            yield break;
        }

        if (!Uri.TryCreate(party.Webhook, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return "Webhook is no https address.";
        }

        if (party.Secrets.Count == 0 || !party.Secrets.All(WebhookSignature.IsSecret))
        {
            yield return "Secrets are whsec_ and 24 to 64 bytes in base64, one at least.";
        }
    }
}
