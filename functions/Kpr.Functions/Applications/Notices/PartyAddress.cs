namespace Kpr.Functions.Applications.Notices;

/// <summary>How a party wants its notices.</summary>
public sealed class PartyAddress
{
    /// <summary>The party: <c>register/kpr</c>, <c>controller/999999999</c>, <c>finance/hds</c>, <c>handler</c>, <c>applicant/{subject}</c>.</summary>
    public string Party { get; set; } = "";

    /// <summary>Its e-mail address; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>Language of its e-mail, ISO 639-1. Default: bokmål.</summary>
    public string Language { get; set; } = "nb";

    /// <summary>Whether e-mail comes as one message a day. Default: no.</summary>
    public bool Digest { get; set; }

    /// <summary>Where its system listens (Standard Webhooks); empty for nowhere.</summary>
    public string Webhook { get; set; } = "";

    /// <summary>The secrets that the webhook is signed by, newest first, <c>whsec_…</c>: two while one is being replaced. A Key Vault reference in Azure.</summary>
    public IList<string> Secrets { get; } = [];
}
