using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Xpr;

/// <summary>A notification before it is written, whatever the module.</summary>
internal abstract class XprDraft(Person person, KprEnvironment environment) : RecordDraft(person, environment)
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

    /// <summary>Number of events; one is right.</summary>
    public int Events { get; set; } = 1;

    /// <summary>The day of the event, as it is written.</summary>
    public required string Day { get; set; }

    /// <summary>When the event was registered, Norwegian local time.</summary>
    public required DateTime RegisteredAt { get; set; }

    /// <summary>When the notification was made, Norwegian local time.</summary>
    public required DateTime NotifiedAt { get; init; }

    /// <summary>GUID of the person at the sender.</summary>
    public required Guid PatientGuid { get; set; }

    /// <summary>Local user number.</summary>
    public required string LocalNumber { get; set; }

    /// <summary>An attribute of the person that does not belong there.</summary>
    public (string Name, string Value)? StrangeAttribute { get; set; }

    /// <summary>Whether another notification stands before it in the file.</summary>
    public bool FollowsInFile { get; init; }

    /// <summary>Whether the message tells the day on which its data were taken out.</summary>
    public abstract bool IsExtracted { get; }

    /// <summary>An attribute of the format that may not stand on a person.</summary>
    public abstract (string Name, string Value) MisplacedAttribute { get; }

    /// <inheritdoc/>
    public override Severity MissingIdentity => Severity.RejectFile;

    /// <inheritdoc/>
    public override string? RecordId => Guid.ToString();
}
