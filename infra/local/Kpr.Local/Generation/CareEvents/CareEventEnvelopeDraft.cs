using Kpr.Core.Rules;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>What stands around the notifications of a file, before it is written.</summary>
internal sealed class CareEventEnvelopeDraft
{
    /// <summary>Name of the root element.</summary>
    public string Root { get; set; } = "Melding";

    /// <summary>Namespace.</summary>
    public string Namespace { get; set; } = "http://www.npr.no/xmlstds/56_0_0_ipl";

    /// <summary>Version of the format; null to leave it out.</summary>
    public string? Version { get; set; } = "56.0.0";

    /// <summary>Type of message (list 7371); null to leave it out.</summary>
    public string? MessageType { get; set; } = "K";

    /// <summary>Supplier of the journal system.</summary>
    public string Supplier { get; set; } = "Prøveleverandør";

    /// <summary>The message's own id.</summary>
    public required string MessageId { get; set; }

    /// <summary>An attribute that the format does not have.</summary>
    public (string Name, string Value)? StrangeAttribute { get; set; }

    /// <summary>Contact persons: name, address, type.</summary>
    public List<(string Name, string Mail, string Type)> Contacts { get; } =
    [
        ("Postmottak", "post@kommune.example", "1"),
        ("IPLOS-kontakt", "iplos@kommune.example", "16"),
        ("Innsendingsansvarlig", "innsending@kommune.example", "17"),
    ];

    /// <summary>Municipality numbers.</summary>
    public required List<string> Municipalities { get; init; }

    /// <summary>What the register must find in the message as a whole.</summary>
    public List<(string Rule, Severity Severity)> Expected { get; } = [];
}
