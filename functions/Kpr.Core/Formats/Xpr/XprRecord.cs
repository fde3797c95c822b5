namespace Kpr.Core.Formats.Xpr;

/// <summary>
/// A notification (Notifikasjon) of an XPR message: what all modules share. The properties are the attributes as sent,
/// under the format's own names; null when missing. A notification tells one event: of a service, or a consultation.
/// </summary>
public abstract class XprRecord : PersonRecord
{
    private string? _recordId;

    /// <summary>N new, M replaces, C annuls (list 7316); T is not taken (E06).</summary>
    public string? StatusNotifikasjon { get; set; }

    /// <summary>When the notification was made; date and time.</summary>
    public string? NotifikasjonTid { get; set; }

    /// <summary>GUID of the notification.</summary>
    public string? NotifikasjonGuid { get; set; }

    /// <summary>GUID of the notification before this one; the empty GUID for the first.</summary>
    public string? NotifikasjonForrigeGuid { get; set; }

    /// <summary>Serial number, rising within the municipality.</summary>
    public string? NotifikasjonLopeNr { get; set; }

    /// <summary>GUID of the notification that this one replaces or annuls.</summary>
    public string? NotifikasjonRef { get; set; }

    /// <summary>Number of events; the register demands exactly one (E01).</summary>
    public int Events { get; set; }

    /// <summary>Line of the first event's start tag.</summary>
    public long EventLine { get; set; }

    /// <summary>Whether the event has a person (Bruker, Barn_ungdom).</summary>
    public bool HasPersonElement { get; set; }

    /// <summary>Line of the person's start tag.</summary>
    public long PersonLine { get; set; }

    /// <summary>GUID of the person in the sender's system.</summary>
    public string? PasientGuid { get; set; }

    /// <summary>The person's number; never to be logged or told.</summary>
    public string? Fid { get; set; }

    /// <summary>Type of the person's number (list 9032).</summary>
    public string? TypeId { get; set; }

    /// <summary>The notification's GUID; null when it is missing, empty or none.</summary>
    public Guid? OwnId { get; set; }

    /// <summary>The GUID of the notification before; null when it is missing or none.</summary>
    public Guid? PreviousId { get; set; }

    /// <summary>The day on which the notification was made; null when it is missing or no time.</summary>
    public DateOnly? NotifiedOn { get; set; }

    /// <summary>The day of the event; null when it is missing or no date.</summary>
    public DateOnly? EventDay { get; set; }

    /// <summary>When the event was registered, as an instant; null when it is missing or no time.</summary>
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>Name of the attribute that tells the day of the event.</summary>
    public abstract string EventDayField { get; }

    /// <summary>Name of the attribute that tells when the event was registered.</summary>
    public abstract string RegisteredAtField { get; }

    /// <summary>What an event is called in Norwegian, for messages: "hendelse", "konsultasjon".</summary>
    public abstract string EventInNorwegian { get; }

    /// <summary>The day on which the message's data were taken out (uttakDato); null where the module does not say.</summary>
    public virtual DateOnly? ExtractedOn => null;

    /// <summary>Days in the record beside those of event and registration, with field and line (E07).</summary>
    public virtual IEnumerable<(string Field, DateOnly Day, long Line)> OtherDays => [];

    /// <inheritdoc/>
    public override string? RecordId => _recordId ??= OwnId?.ToString();

    /// <inheritdoc/>
    public override bool HasPerson => HasPersonElement;

    /// <inheritdoc/>
    public override string? IdentityNumber => Fid;

    /// <inheritdoc/>
    public override string? IdentityTypeText => TypeId;

    /// <inheritdoc/>
    public override string IdentityNumberField => "fid";

    /// <inheritdoc/>
    public override string IdentityTypeField => "typeID";

    /// <inheritdoc/>
    public override UInt128 ContentHash()
    {
        var hash = default(ContentHash);
        hash.Add(Events);
        hash.Add(Faults.Count);
        foreach (var value in (ReadOnlySpan<string?>)
        [
            StatusNotifikasjon, NotifikasjonTid, NotifikasjonForrigeGuid, NotifikasjonLopeNr, NotifikasjonRef, PasientGuid, Fid, TypeId,
        ])
        {
            hash.Add(value);
        }

        AddEvent(ref hash);
        return hash.Value;
    }

    /// <summary>Adds the values of the event.</summary>
    protected abstract void AddEvent(ref ContentHash hash);

    /// <inheritdoc/>
    protected override void Clear()
    {
        base.Clear();
        _recordId = null;
        StatusNotifikasjon = NotifikasjonTid = NotifikasjonGuid = NotifikasjonForrigeGuid = NotifikasjonLopeNr = NotifikasjonRef = null;
        Events = 0;
        EventLine = PersonLine = 0;
        HasPersonElement = false;
        PasientGuid = Fid = TypeId = null;
        OwnId = PreviousId = null;
        NotifiedOn = EventDay = null;
        RegisteredAt = null;
    }
}
