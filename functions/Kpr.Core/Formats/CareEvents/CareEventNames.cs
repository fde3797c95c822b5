using System.Xml;
using Kpr.Core.Formats.Xml;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>The names of XPR 56.0.0, module ipl, in the reader's table of names: equal names are one object.</summary>
internal sealed class CareEventNames(NameTable table)
{
    public const string Namespace = "http://www.npr.no/xmlstds/56_0_0_ipl";

    public string OwnNamespace { get; } = table.Add(Namespace);

    public string Melding { get; } = table.Add("Melding");

    public string Notifikasjon { get; } = table.Add("Notifikasjon");

    public string Kontaktperson { get; } = table.Add("Kontaktperson");

    public string Kommune { get; } = table.Add("Kommune");

    public string Bruker { get; } = table.Add("Bruker");

    /// <summary>The event elements; the index is the value of <see cref="CareEventKind"/>.</summary>
    public string?[] Events { get; } =
    [
        null,
        table.Add("TjenesteStart"),
        table.Add("MidlertidigStoppTil"),
        table.Add("MidlertidigStoppFra"),
        table.Add("TjenesteutforerEndret"),
        table.Add("TjenesteSlutt"),
    ];

    public AttributeSet<CareEventEnvelope> MeldingAttributes { get; } = new(table,
    [
        ("versjon", (m, v) => m.FormatVersion = v),
        ("meldingstype", (m, v) => m.Meldingstype = v),
        ("leverandor", (m, v) => m.Leverandor = v),
        ("navnEPJ", (m, v) => m.NavnEpj = v),
        ("versjonEPJ", (m, v) => m.VersjonEpj = v),
        ("versjonUt", (m, v) => m.VersjonUt = v),
        ("lokalident", (m, v) => m.MessageId = v),
    ], elsewhere: All);

    public AttributeSet<CareEvent> NotifikasjonAttributes { get; } = new(table,
    [
        ("statusNotifikasjon", (e, v) => e.StatusNotifikasjon = v),
        ("notifikasjonTid", (e, v) => e.NotifikasjonTid = v),
        ("notifikasjonGUID", (e, v) => e.NotifikasjonGuid = v),
        ("notifikasjonForrigeGUID", (e, v) => e.NotifikasjonForrigeGuid = v),
        ("notifikasjonLopeNr", (e, v) => e.NotifikasjonLopeNr = v),
        ("notifikasjonRef", (e, v) => e.NotifikasjonRef = v),
    ], elsewhere: All);

    public AttributeSet<CareEvent> EventAttributes { get; } = new(table, OfEvent, elsewhere: All);

    public AttributeSet<CareEvent> PauseAttributes { get; } =
        new(table, [.. OfEvent, ("midlertidigStoppID", static (e, v) => e.MidlertidigStoppId = v)], elsewhere: All);

    public AttributeSet<CareEvent> BrukerAttributes { get; } = new(table,
    [
        ("pasientGUID", (e, v) => e.PasientGuid = v),
        ("brukerNr", (e, v) => e.BrukerNr = v),
        ("bydel", (e, v) => e.Bydel = v),
        ("fid", (e, v) => e.Fid = v),
        ("typeID", (e, v) => e.TypeId = v),
    ], elsewhere: All);

    public AttributeSet<EnvelopePartDraft> KontaktpersonAttributes { get; } = new(table,
    [
        ("kontPerson", (c, v) => c.KontPerson = v),
        ("meldTelefon", (c, v) => c.MeldTelefon = v),
        ("meldEpost1", (c, v) => c.MeldEpost1 = v),
        ("meldEpost2", (c, v) => c.MeldEpost2 = v),
        ("typeKontaktperson", (c, v) => c.TypeKontaktperson = v),
    ], elsewhere: All);

    public AttributeSet<EnvelopePartDraft> KommuneAttributes { get; } =
        new(table, [("kommuneNr", (c, v) => c.KommuneNr = v)], elsewhere: All);

    /// <summary>Every attribute of the format, those included that this module prohibits: where it does not belong it is misplaced, not unknown.</summary>
    private static string[] All { get; } =
    [
        "versjon", "meldingstype", "leverandor", "navnEPJ", "versjonEPJ", "versjonUt", "lokalident",
        "fraDatoPeriode", "tilDatoPeriode", "uttakDato", "lopenr",
        "statusNotifikasjon", "notifikasjonTid", "notifikasjonGUID", "notifikasjonForrigeGUID", "notifikasjonLopeNr", "notifikasjonRef",
        "kontPerson", "meldTelefon", "meldEpost1", "meldEpost2", "typeKontaktperson", "kommuneNr", "kommuneOrgNr",
        "tjenesteType", "hendelseRegTid", "tjenesteOrgNr", "hendelseDato", "tjenesteID", "hendelseGUID", "midlertidigStoppID",
        "pasientGUID", "brukerNr", "bydel", "fid", "typeID", "kjonn", "fodselsar", "komNrHjem",
    ];

    private static (string, Action<CareEvent, string>)[] OfEvent =>
    [
        ("tjenesteType", static (e, v) => e.TjenesteType = v),
        ("hendelseRegTid", static (e, v) => e.HendelseRegTid = v),
        ("tjenesteOrgNr", static (e, v) => e.TjenesteOrgNr = v),
        ("hendelseDato", static (e, v) => e.HendelseDato = v),
        ("tjenesteID", static (e, v) => e.TjenesteId = v),
        ("hendelseGUID", static (e, v) => e.HendelseGuid = v),
    ];

    /// <summary>Any name of the format: an element that bears one is misplaced rather than unknown.</summary>
    public bool Knows(string name) =>
        ReferenceEquals(name, Melding) || ReferenceEquals(name, Notifikasjon) || ReferenceEquals(name, Kontaktperson)
        || ReferenceEquals(name, Kommune) || ReferenceEquals(name, Bruker) || EventKind(name) != CareEventKind.None;

    /// <summary>The kind of event that an element tells.</summary>
    public CareEventKind EventKind(string name)
    {
        for (var i = 1; i < Events.Length; i++)
        {
            if (ReferenceEquals(name, Events[i]))
            {
                return (CareEventKind)i;
            }
        }

        return CareEventKind.None;
    }
}
