using System.ComponentModel.DataAnnotations;

namespace Kpr.Functions.Applications.Notices;

/// <summary>How notices go out: section <c>Kpr:Notices</c>.</summary>
public sealed class NoticeOptions
{
    /// <summary>Where people read on after logging in; the id of the case is put behind it. Default: nowhere real.</summary>
    [Required]
    public Uri CaseAddress { get; set; } = new("https://kpr.invalid/saker/");

    /// <summary>The address that e-mail is from.</summary>
    [Required]
    [EmailAddress]
    public string From { get; set; } = "ikke-svar@kpr.invalid";

    /// <summary>Who gets notices for parties that have no address of their own, so that none is lost (postmottak).</summary>
    [Required]
    [EmailAddress]
    public string Mailbox { get; set; } = "postmottak@kpr.invalid";

    /// <summary>Folder that e-mail is written to as files, on one machine. With neither this nor <see cref="MailEndpoint"/> letters wait.</summary>
    public string MailFolder { get; set; } = "";

    /// <summary>Address of Azure Communication Services, which then sends e-mail. Empty on one machine.</summary>
    public string MailEndpoint { get; set; } = "";

    /// <summary>Client id of the managed identity that sends; empty for the system's own.</summary>
    public string MailClientId { get; set; } = "";

    /// <summary>For how long a receiver may take to answer. Default: 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Hour in Norway at which digests are sent. Default: 7.</summary>
    [Range(0, 23)]
    public int DigestHour { get; set; } = 7;

    /// <summary>Parties with addresses of their own.</summary>
    public IList<PartyAddress> Parties { get; } = [];
}
