using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Xpr;

/// <summary>What stands around the notifications of a file, before it is written.</summary>
internal sealed class XprEnvelopeDraft
{
    /// <summary>Name of the root element.</summary>
    public string Root { get; set; } = "Melding";

    /// <summary>Namespace.</summary>
    public required string Namespace { get; set; }

    /// <summary>Version of the format; null to leave it out.</summary>
    public string? Version { get; set; } = "56.0.0";

    /// <summary>Type of message (list 7371); null to leave it out.</summary>
    public string? MessageType { get; set; } = "K";

    /// <summary>A type of message that the feed does not take.</summary>
    public required string OtherMessageType { get; init; }

    /// <summary>Supplier of the journal system.</summary>
    public string Supplier { get; set; } = "Prøveleverandør";

    /// <summary>The message's own id.</summary>
    public required string MessageId { get; set; }

    /// <summary>First and last day of the period, and day of extraction, as they are written; null where the module has none, or to leave them out.</summary>
    public (string? From, string? To, string? Extracted)? Period { get; set; }

    /// <summary>Serial number of the message; null to leave it out.</summary>
    public string? Serial { get; set; }

    /// <summary>An attribute that the format does not have.</summary>
    public (string Name, string Value)? StrangeAttribute { get; set; }

    /// <summary>Contact persons: name, address, type.</summary>
    public required List<(string Name, string Mail, string Type)> Contacts { get; init; }

    /// <summary>A type of contact person that the feed asks for; null when it asks for none.</summary>
    public string? DemandedContact { get; init; }

    /// <summary>Municipality numbers.</summary>
    public required List<string> Municipalities { get; init; }

    /// <summary>Units of the municipality: local key, organisation number, name.</summary>
    public List<(string Key, string Organisation, string Name)> Units { get; init; } = [];

    /// <summary>What the register must find in the message as a whole.</summary>
    public List<(string Rule, Severity Severity)> Expected { get; } = [];
}
