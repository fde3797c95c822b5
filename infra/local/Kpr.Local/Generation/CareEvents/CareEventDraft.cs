using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>A notification before it is written.</summary>
internal sealed class CareEventDraft(Person person, KprEnvironment environment) : RecordDraft(person, environment)
{
    /// <summary>N, M or C.</summary>
    public string Status { get; set; } = "N";

    /// <summary>GUID of the notification.</summary>
    public Guid Guid { get; set; }

    /// <summary>GUID of the one before; the empty GUID for the first.</summary>
    public Guid PreviousGuid { get; set; }

    /// <summary>GUID of the one that is corrected; null for none.</summary>
    public Guid? Reference { get; set; }

    /// <summary>Serial number.</summary>
    public long Serial { get; set; }

    /// <summary>Kind of event.</summary>
    public required CareEventKind Kind { get; init; }

    /// <summary>Number of events; one is right.</summary>
    public int Events { get; set; } = 1;

    /// <summary>Type of service.</summary>
    public required string ServiceType { get; set; }

    /// <summary>The service's key; null to leave it out.</summary>
    public required string? ServiceKey { get; set; }

    /// <summary>Organisation number of the provider; null to leave it out.</summary>
    public string? Organisation { get; set; }

    /// <summary>The day of the event, as it is written.</summary>
    public required string Day { get; set; }

    /// <summary>When the event was registered, Norwegian local time.</summary>
    public required DateTime RegisteredAt { get; set; }

    /// <summary>When the notification was made, Norwegian local time.</summary>
    public required DateTime NotifiedAt { get; init; }

    /// <summary>GUID of the event.</summary>
    public required Guid EventGuid { get; init; }

    /// <summary>The pause's key; null in other events.</summary>
    public string? PauseKey { get; init; }

    /// <summary>GUID of the person at the sender.</summary>
    public required Guid PatientGuid { get; init; }

    /// <summary>Local user number.</summary>
    public required string LocalNumber { get; set; }

    /// <summary>District; null where there is none.</summary>
    public string? District { get; init; }

    /// <summary>An attribute of the user that does not belong there.</summary>
    public (string Name, string Value)? StrangeAttribute { get; set; }

    /// <summary>What the register knows of the service.</summary>
    public required ServiceState Service { get; init; }

    /// <summary>Whether another notification stands before it in the file.</summary>
    public bool FollowsInFile { get; init; }

    /// <inheritdoc/>
    public override Severity MissingIdentity => Severity.RejectFile;

    /// <inheritdoc/>
    public override string? RecordId => Guid.ToString();
}
