using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>A care event before it is written.</summary>
internal sealed class CareEventDraft(Person person, KprEnvironment environment) : XprDraft(person, environment)
{
    /// <summary>Kind of event.</summary>
    public required CareEventKind Kind { get; init; }

    /// <summary>Type of service.</summary>
    public required string ServiceType { get; set; }

    /// <summary>The service's key; null to leave it out.</summary>
    public required string? ServiceKey { get; set; }

    /// <summary>Organisation number of the provider; null to leave it out.</summary>
    public string? Organisation { get; set; }

    /// <summary>GUID of the event.</summary>
    public required Guid EventGuid { get; init; }

    /// <summary>The pause's key; null in other events.</summary>
    public string? PauseKey { get; init; }

    /// <summary>District; null where there is none.</summary>
    public string? District { get; init; }

    /// <summary>What the register knows of the service.</summary>
    public required ServiceState Service { get; init; }

    /// <inheritdoc/>
    public override bool IsExtracted => false;

    /// <inheritdoc/>
    public override (string Name, string Value) MisplacedAttribute => ("kjonn", "1");
}
