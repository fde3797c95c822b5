using System.Xml;
using Kpr.Core.Formats.Xml;

namespace Kpr.Core.Formats.Xpr;

/// <summary>The names that all modules of XPR 56.0.0 share, in the reader's table of names: equal names are one object.</summary>
internal abstract class XprNames
{
    private static readonly (string, Action<XprEnvelope, string>)[] OfMelding =
    [
        ("versjon", static (m, v) => m.FormatVersion = v),
        ("meldingstype", static (m, v) => m.Meldingstype = v),
        ("leverandor", static (m, v) => m.Leverandor = v),
        ("navnEPJ", static (m, v) => m.NavnEpj = v),
        ("versjonEPJ", static (m, v) => m.VersjonEpj = v),
        ("versjonUt", static (m, v) => m.VersjonUt = v),
        ("lokalident", static (m, v) => m.MessageId = v),
    ];

    private static readonly (string, Action<XprEnvelope, string>)[] OfPeriod =
    [
        ("fraDatoPeriode", static (m, v) => m.FraDatoPeriode = v),
        ("tilDatoPeriode", static (m, v) => m.TilDatoPeriode = v),
        ("uttakDato", static (m, v) => m.UttakDato = v),
        ("lopenr", static (m, v) => m.Lopenr = v),
    ];

    private readonly string[] _elements;

    /// <param name="table">The reader's table of names.</param>
    /// <param name="ownNamespace">The module's namespace.</param>
    /// <param name="hasPeriod">Whether a message states period, day of extraction and serial number.</param>
    /// <param name="elements">The elements of the module beside those that all have.</param>
    /// <param name="attributes">Every attribute of the module beside those that all have, the prohibited ones included: where it does not belong it is misplaced, not unknown.</param>
    protected XprNames(NameTable table, string ownNamespace, bool hasPeriod, string[] elements, string[] attributes)
    {
        Elsewhere =
        [
            .. OfMelding.Concat(OfPeriod).Select(attribute => attribute.Item1),
            "statusNotifikasjon", "notifikasjonTid", "notifikasjonGUID", "notifikasjonForrigeGUID", "notifikasjonLopeNr", "notifikasjonRef",
            "kontPerson", "meldTelefon", "meldEpost1", "meldEpost2", "typeKontaktperson", "kommuneNr", "kommuneOrgNr",
            "pasientGUID", "fid", "typeID", "kjonn", "fodselsar", .. attributes,
        ];
        OwnNamespace = table.Add(ownNamespace);
        Melding = table.Add("Melding");
        Notifikasjon = table.Add("Notifikasjon");
        Kontaktperson = table.Add("Kontaktperson");
        Kommune = table.Add("Kommune");
        _elements = [Melding, Notifikasjon, Kontaktperson, Kommune, .. elements.Select(table.Add)];
        MeldingAttributes = new(table, hasPeriod ? [.. OfMelding, .. OfPeriod] : OfMelding, Elsewhere);
        NotifikasjonAttributes = new(table,
        [
            ("statusNotifikasjon", static (e, v) => e.StatusNotifikasjon = v),
            ("notifikasjonTid", static (e, v) => e.NotifikasjonTid = v),
            ("notifikasjonGUID", static (e, v) => e.NotifikasjonGuid = v),
            ("notifikasjonForrigeGUID", static (e, v) => e.NotifikasjonForrigeGuid = v),
            ("notifikasjonLopeNr", static (e, v) => e.NotifikasjonLopeNr = v),
            ("notifikasjonRef", static (e, v) => e.NotifikasjonRef = v),
        ], Elsewhere);
        KontaktpersonAttributes = new(table,
        [
            ("kontPerson", static (c, v) => c.KontPerson = v),
            ("meldTelefon", static (c, v) => c.MeldTelefon = v),
            ("meldEpost1", static (c, v) => c.MeldEpost1 = v),
            ("meldEpost2", static (c, v) => c.MeldEpost2 = v),
            ("typeKontaktperson", static (c, v) => c.TypeKontaktperson = v),
        ], Elsewhere);
    }

    public string OwnNamespace { get; }

    public string Melding { get; }

    public string Notifikasjon { get; }

    public string Kontaktperson { get; }

    public string Kommune { get; }

    public AttributeSet<XprEnvelope> MeldingAttributes { get; }

    public AttributeSet<XprRecord> NotifikasjonAttributes { get; }

    public AttributeSet<EnvelopePartDraft> KontaktpersonAttributes { get; }

    /// <summary>The attributes of a municipality; modules differ.</summary>
    public abstract AttributeSet<EnvelopePartDraft> KommuneAttributes { get; }

    /// <summary>Every attribute of the module.</summary>
    protected string[] Elsewhere { get; }

    /// <summary>Any element of the module: where it does not belong it is misplaced rather than unknown.</summary>
    public bool Knows(string name) => Array.Exists(_elements, known => ReferenceEquals(known, name));
}
