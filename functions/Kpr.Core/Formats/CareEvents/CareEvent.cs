using Kpr.Core.Identity;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>
/// A notification (Notifikasjon) of XPR 56.0.0, module ipl, with its event (hendelse) and user (Bruker). The
/// properties are the attributes as sent, under the format's own names; null when missing.
/// </summary>
public sealed class CareEvent : PersonRecord
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

    /// <summary>The kind of the first event; <see cref="CareEventKind.None"/> when there is none.</summary>
    public CareEventKind Kind { get; set; }

    /// <summary>Number of events; the format demands exactly one (E01).</summary>
    public int Events { get; set; }

    /// <summary>Line of the first event's start tag.</summary>
    public long EventLine { get; set; }

    /// <summary>Type of service (list 9151).</summary>
    public string? TjenesteType { get; set; }

    /// <summary>When the event was registered; date and time.</summary>
    public string? HendelseRegTid { get; set; }

    /// <summary>Organisation number of the provider: nine digits, one trailing zero tolerated.</summary>
    public string? TjenesteOrgNr { get; set; }

    /// <summary>The day of the event.</summary>
    public string? HendelseDato { get; set; }

    /// <summary>The service's local key; ties start, pauses and end together.</summary>
    public string? TjenesteId { get; set; }

    /// <summary>GUID of the event.</summary>
    public string? HendelseGuid { get; set; }

    /// <summary>The pause's local key; in pause events only.</summary>
    public string? MidlertidigStoppId { get; set; }

    /// <summary>Whether the event has a user.</summary>
    public bool HasBruker { get; set; }

    /// <summary>Line of the user's start tag.</summary>
    public long BrukerLine { get; set; }

    /// <summary>GUID of the person in the sender's system.</summary>
    public string? PasientGuid { get; set; }

    /// <summary>Local number of the user; must not be an identity number (I21).</summary>
    public string? BrukerNr { get; set; }

    /// <summary>City district.</summary>
    public string? Bydel { get; set; }

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

    /// <inheritdoc/>
    public override string? RecordId => _recordId ??= OwnId?.ToString();

    /// <inheritdoc/>
    public override bool HasPerson => HasBruker;

    /// <inheritdoc/>
    public override string? IdentityNumber => Fid;

    /// <inheritdoc/>
    public override string? IdentityTypeText => TypeId;

    /// <inheritdoc/>
    public override string IdentityNumberField => "fid";

    /// <inheritdoc/>
    public override string IdentityTypeField => "typeID";

    /// <inheritdoc/>
    public override string? LocalUserNumber => BrukerNr;

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Number)> OrganisationNumbers =>
        TjenesteOrgNr is null ? [] : [("tjenesteOrgNr", TjenesteOrgNr)];

    /// <inheritdoc/>
    public override string? FieldHoldingIdentityNumber() =>
        IdentityScan.ContainsNationalId(TjenesteId) ? "tjenesteID"
        : IdentityScan.ContainsNationalId(MidlertidigStoppId) ? "midlertidigStoppID"
        : IdentityScan.ContainsNationalId(NotifikasjonLopeNr) ? "notifikasjonLopeNr"
        : IdentityScan.ContainsNationalId(TjenesteOrgNr) ? "tjenesteOrgNr"
        : null;

    /// <inheritdoc/>
    public override UInt128 ContentHash()
    {
        var hash = default(ContentHash);
        hash.Add((int)Kind);
        hash.Add(Events);
        hash.Add(Faults.Count);
        foreach (var value in (ReadOnlySpan<string?>)
        [
            StatusNotifikasjon, NotifikasjonTid, NotifikasjonForrigeGuid, NotifikasjonLopeNr, NotifikasjonRef,
            TjenesteType, HendelseRegTid, TjenesteOrgNr, HendelseDato, TjenesteId, HendelseGuid, MidlertidigStoppId,
            PasientGuid, BrukerNr, Bydel, Fid, TypeId,
        ])
        {
            hash.Add(value);
        }

        return hash.Value;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        base.Clear();
        _recordId = null;
        StatusNotifikasjon = NotifikasjonTid = NotifikasjonGuid = NotifikasjonForrigeGuid = NotifikasjonLopeNr = NotifikasjonRef = null;
        Kind = CareEventKind.None;
        Events = 0;
        EventLine = BrukerLine = 0;
        TjenesteType = HendelseRegTid = TjenesteOrgNr = HendelseDato = TjenesteId = HendelseGuid = MidlertidigStoppId = null;
        HasBruker = false;
        PasientGuid = BrukerNr = Bydel = Fid = TypeId = null;
        OwnId = PreviousId = null;
        NotifiedOn = EventDay = null;
        RegisteredAt = null;
    }
}
