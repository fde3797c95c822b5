using Kpr.Core.Formats.Xpr;
using Kpr.Core.Identity;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>
/// A notification of XPR 56.0.0, module ipl, with its event (hendelse) and user (Bruker). The properties are the
/// attributes as sent, under the format's own names; null when missing.
/// </summary>
public sealed class CareEvent : XprRecord
{
    /// <summary>The kind of the first event; <see cref="CareEventKind.None"/> when there is none.</summary>
    public CareEventKind Kind { get; set; }

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

    /// <summary>Local number of the user; must not be an identity number (I21).</summary>
    public string? BrukerNr { get; set; }

    /// <summary>City district.</summary>
    public string? Bydel { get; set; }

    /// <inheritdoc/>
    public override string EventDayField => "hendelseDato";

    /// <inheritdoc/>
    public override string RegisteredAtField => "hendelseRegTid";

    /// <inheritdoc/>
    public override string EventInNorwegian => "hendelse";

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
    protected override void AddEvent(ref ContentHash hash)
    {
        hash.Add((int)Kind);
        foreach (var value in (ReadOnlySpan<string?>)
        [
            TjenesteType, HendelseRegTid, TjenesteOrgNr, HendelseDato, TjenesteId, HendelseGuid, MidlertidigStoppId, BrukerNr, Bydel,
        ])
        {
            hash.Add(value);
        }
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        base.Clear();
        Kind = CareEventKind.None;
        TjenesteType = HendelseRegTid = TjenesteOrgNr = HendelseDato = TjenesteId = HendelseGuid = MidlertidigStoppId = null;
        BrukerNr = Bydel = null;
    }
}
