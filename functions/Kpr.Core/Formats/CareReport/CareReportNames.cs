using System.Xml;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats.CareReport;

/// <summary>The names of the annual report's shipments, in the reader's table of names: equal names are one object.</summary>
/// <remarks>The layout of the true schemas is not public; content and code lists are, names and nesting here are ours (docs/adr/0016).</remarks>
internal sealed class CareReportNames
{
    public const string NamespaceMark = "urn:kpr:aarsrapport:";

    private readonly string[] _namespaces;
    private readonly string[] _elements;

    public CareReportNames(NameTable table)
    {
        _namespaces = [table.Add($"{NamespaceMark}ide"), table.Add($"{NamespaceMark}ipl"), table.Add($"{NamespaceMark}iplos")];
        _elements =
        [
            Melding = table.Add("Melding"), Hode = table.Add("Hode"), Ident = table.Add("Ident"), Kontaktperson = table.Add("Kontaktperson"),
            Person = table.Add("Person"), Bruker = table.Add("Bruker"), Boforhold = table.Add("Boforhold"), Vurdering = table.Add("Vurdering"),
            Deltakelse = table.Add("Deltakelse"), Diagnose = table.Add("Diagnose"), Kartlegging = table.Add("Kartlegging"),
            Funksjon = table.Add("Funksjon"), Sak = table.Add("Sak"), Tjeneste = table.Add("Tjeneste"), Tvang = table.Add("Tvang"),
        ];
        MeldingAttributes = [new(table, [], All), new(table, OfMelding, All), new(table, OfMelding, All)];
        HodeAttributes = new(table, OfHode, All);
        IdentAttributes = [new(table, [.. OfIdent, ("antallPersoner", (m, v) => m.AntallPersoner = v)], All), new(table, OfIdent, All), new(table, OfIdent, All)];
        KontaktpersonAttributes = new(table, OfKontaktperson, All);
        PersonAttributes = new(table, OfPerson, All);
        BrukerAttributes = new(table, OfBruker, All);
        BoforholdAttributes = new(table, OfBoforhold, All);
        VurderingAttributes = new(table, OfVurdering, All);
        DeltakelseAttributes = new(table, [("type", (p, v) => p.Type = v), ("behov", (p, v) => p.Behov = v)], All);
        DiagnoseAttributes = new(table, [("kodeverk", (d, v) => d.Kodeverk = v), ("kode", (d, v) => d.Kode = v), ("dato", (d, v) => d.Dato = v)], All);
        KartleggingAttributes = new(table, [("dato", (a, v) => a.Dato = v)], All);
        FunksjonAttributes = new(table, [("variabel", (s, v) => s.Variabel = v), ("skar", (s, v) => s.Skar = v)], All);
        SakAttributes = new(table, OfSak, All);
        TjenesteAttributes = new(table, OfTjeneste, All);
        TvangAttributes = new(table, [("type", (t, v) => t.Type = v), ("fra", (t, v) => t.Fra = v), ("til", (t, v) => t.Til = v)], All);
    }

    public string Melding { get; }

    public string Hode { get; }

    public string Ident { get; }

    public string Kontaktperson { get; }

    public string Person { get; }

    public string Bruker { get; }

    public string Boforhold { get; }

    public string Vurdering { get; }

    public string Deltakelse { get; }

    public string Diagnose { get; }

    public string Kartlegging { get; }

    public string Funksjon { get; }

    public string Sak { get; }

    public string Tjeneste { get; }

    public string Tvang { get; }

    /// <summary>By the number of the shipment's kind.</summary>
    public AttributeSet<CareReportEnvelope>[] MeldingAttributes { get; }

    public AttributeSet<CareReportEnvelope> HodeAttributes { get; }

    /// <summary>By the number of the shipment's kind.</summary>
    public AttributeSet<CareReportEnvelope>[] IdentAttributes { get; }

    public AttributeSet<EnvelopePartDraft> KontaktpersonAttributes { get; }

    public AttributeSet<ReportedPerson> PersonAttributes { get; }

    public AttributeSet<CareUser> BrukerAttributes { get; }

    public AttributeSet<Housing> BoforholdAttributes { get; }

    public AttributeSet<Appraisal> VurderingAttributes { get; }

    public AttributeSet<Participation> DeltakelseAttributes { get; }

    public AttributeSet<ReportedDiagnosis> DiagnoseAttributes { get; }

    public AttributeSet<Assessment> KartleggingAttributes { get; }

    public AttributeSet<FunctionScore> FunksjonAttributes { get; }

    public AttributeSet<CaseEvent> SakAttributes { get; }

    public AttributeSet<ReportedService> TjenesteAttributes { get; }

    public AttributeSet<CoercionMeasure> TvangAttributes { get; }

    private static (string, Action<CareReportEnvelope, string>)[] OfMelding =>
        [("antallBrukere", static (m, v) => m.AntallBrukere = v), ("antallTjenester", static (m, v) => m.AntallTjenester = v)];

    private static (string, Action<CareReportEnvelope, string>)[] OfHode =>
    [
        ("meldingstype", static (m, v) => m.Meldingstype = v),
        ("meldingsId", static (m, v) => m.MessageId = v),
        ("generertTid", static (m, v) => m.GenerertTid = v),
        ("avsenderHerId", static (m, v) => m.AvsenderHerId = v),
        ("mottakerHerId", static (m, v) => m.MottakerHerId = v),
        ("avsenderOrgNr", static (m, v) => m.AvsenderOrgNr = v),
    ];

    private static (string, Action<CareReportEnvelope, string>)[] OfIdent =>
    [
        ("versjon", static (m, v) => m.FormatVersion = v),
        ("kommuneNr", static (m, v) => m.KommuneNr = v),
        ("fraDatoPeriode", static (m, v) => m.FraDatoPeriode = v),
        ("tilDatoPeriode", static (m, v) => m.TilDatoPeriode = v),
        ("uttakDato", static (m, v) => m.UttakDato = v),
        ("lopenr", static (m, v) => m.Lopenr = v),
        ("leverandor", static (m, v) => m.Leverandor = v),
        ("navnEPJ", static (m, v) => m.NavnEpj = v),
        ("versjonEPJ", static (m, v) => m.VersjonEpj = v),
        ("versjonUt", static (m, v) => m.VersjonUt = v),
        ("nullrapport", static (m, v) => m.Nullrapport = v),
    ];

    private static (string, Action<EnvelopePartDraft, string>)[] OfKontaktperson =>
    [
        ("kontPerson", static (c, v) => c.KontPerson = v),
        ("meldEpost1", static (c, v) => c.MeldEpost1 = v),
        ("meldTelefon", static (c, v) => c.MeldTelefon = v),
        ("typeKontaktperson", static (c, v) => c.TypeKontaktperson = v),
    ];

    private static (string, Action<ReportedPerson, string>)[] OfPerson =>
    [
        ("pasientGUID", static (p, v) => p.PasientGuid = v),
        ("brukerNr", static (p, v) => p.BrukerNr = v),
        ("fid", static (p, v) => p.Fid = v),
        ("typeID", static (p, v) => p.TypeId = v),
        ("fodselsdato", static (p, v) => p.Fodselsdato = v),
    ];

    private static (string, Action<CareUser, string>)[] OfBruker =>
    [
        ("pasientGUID", static (u, v) => u.PasientGuid = v),
        ("brukerNr", static (u, v) => u.BrukerNr = v),
        ("kjonn", static (u, v) => u.Kjonn = v),
        ("fodselsar", static (u, v) => u.Fodselsar = v),
        ("sivilstand", static (u, v) => u.Sivilstand = v),
        ("komNrHjem", static (u, v) => u.KomNrHjem = v),
        ("bydel", static (u, v) => u.Bydel = v),
        ("dodsdato", static (u, v) => u.Dodsdato = v),
        ("motsattSeg", static (u, v) => u.MotsattSeg = v),
    ];

    private static (string, Action<Housing, string>)[] OfBoforhold =>
    [
        ("husstand", static (h, v) => h.Husstand = v),
        ("boligtype", static (h, v) => h.Boligtype = v),
        ("privatHjelp", static (h, v) => h.PrivatHjelp = v),
        ("heldognstilbud", static (h, v) => h.Heldognstilbud = v),
    ];

    private static (string, Action<Appraisal, string>)[] OfVurdering =>
    [
        ("lege12mnd", static (a, v) => a.Lege12Mnd = v),
        ("tannhelse12mnd", static (a, v) => a.Tannhelse12Mnd = v),
        ("ernaering", static (a, v) => a.Ernaering = v),
        ("legemiddelgjennomgangDato", static (a, v) => a.LegemiddelgjennomgangDato = v),
        ("individuellPlan", static (a, v) => a.IndividuellPlan = v),
        ("koordinator", static (a, v) => a.Koordinator = v),
    ];

    private static (string, Action<CaseEvent, string>)[] OfSak =>
    [
        ("sakID", static (c, v) => c.SakId = v),
        ("hendelse", static (c, v) => c.Hendelse = v),
        ("dato", static (c, v) => c.Dato = v),
        ("utfall", static (c, v) => c.Utfall = v),
        ("tjenesteType", static (c, v) => c.TjenesteType = v),
    ];

    private static (string, Action<ReportedService, string>)[] OfTjeneste =>
    [
        ("tjenesteID", static (s, v) => s.TjenesteId = v),
        ("sakID", static (s, v) => s.SakId = v),
        ("tjenesteType", static (s, v) => s.TjenesteType = v),
        ("startDato", static (s, v) => s.StartDato = v),
        ("sluttDato", static (s, v) => s.SluttDato = v),
        ("timerPerUke", static (s, v) => s.TimerPerUke = v),
        ("tjenesteOrgNr", static (s, v) => s.TjenesteOrgNr = v),
        ("rulleringsavlastning", static (s, v) => s.Rulleringsavlastning = v),
    ];

    /// <summary>Every attribute of the format: where it does not belong it is misplaced, not unknown.</summary>
    private static string[] All { get; } =
    [
        .. Names(OfMelding), .. Names(OfHode), .. Names(OfIdent), .. Names(OfKontaktperson), .. Names(OfPerson), .. Names(OfBruker), .. Names(OfBoforhold),
        .. Names(OfVurdering), .. Names(OfSak), .. Names(OfTjeneste), "antallPersoner", "type", "behov", "kodeverk", "kode", "variabel", "skar", "fra", "til",
    ];

    /// <summary>The kind of shipment that a root's namespace names; null when it names none. Namespaces are objects of the table.</summary>
    public CareReportShipment? ShipmentOf(string ownNamespace)
    {
        var found = Array.FindIndex(_namespaces, known => ReferenceEquals(known, ownNamespace));
        return found < 0 ? null : (CareReportShipment)found;
    }

    /// <summary>The namespace of a kind of shipment.</summary>
    public string NamespaceOf(CareReportShipment shipment) => _namespaces[(int)shipment];

    /// <summary>Any element of the format: where it does not belong it is misplaced rather than unknown.</summary>
    public bool Knows(string name) => Array.Exists(_elements, known => ReferenceEquals(known, name));

    private static IEnumerable<string> Names<TTarget>((string Name, Action<TTarget, string> Setter)[] attributes) => attributes.Select(attribute => attribute.Name);
}
