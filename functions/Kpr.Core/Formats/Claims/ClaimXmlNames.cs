using System.Xml;

namespace Kpr.Core.Formats.Claims;

/// <summary>
/// The names of the XML form, in the reader's table of names: equal names are one object. No public schema was found,
/// so all that may have to change stands here (docs/adr/0005).
/// </summary>
internal sealed class ClaimXmlNames
{
    /// <summary>Namespace of the header message.</summary>
    public const string HeadNamespace = "http://www.kith.no/xmlstds/msghead/2006-05-24";

    /// <summary>Namespace of the claims.</summary>
    public const string ClaimNamespace = "http://www.kith.no/xmlstds/bkm/2006-12-20";

    private readonly NameTable _table;
    private readonly HashSet<string> _known;

    public ClaimXmlNames(NameTable table)
    {
        _table = table;
        Head = table.Add(HeadNamespace);
        Own = table.Add(ClaimNamespace);
        Batch = table.Add("Meldinger");
        MsgHead = table.Add("MsgHead");
        MsgInfo = table.Add("MsgInfo");
        Document = table.Add("Document");
        RefDoc = table.Add("RefDoc");
        Content = table.Add("Content");
        Type = table.Add("Type");
        Version = table.Add("MIGversion");
        GenDate = table.Add("GenDate");
        MsgId = table.Add("MsgId");
        Sender = table.Add("Sender");
        Receiver = table.Add("Receiver");
        Organisation = table.Add("Organisation");
        Ident = table.Add("Ident");
        Id = table.Add("Id");
        TypeId = table.Add("TypeId");
        BehandlerKrav = table.Add("BehandlerKrav");
        Enkeltregning = table.Add("Enkeltregning");
        V = table.Add("V");
        S = table.Add("S");
        U = table.Add("U");
        DN = table.Add("DN");
        ErBetalt = table.Add("erBetalt");
        Korrigering = table.Add("korrigering");
        NavnEpj = table.Add("navnEPJ");
        VersjonEpj = table.Add("versjonEPJ");
        InSet = Add("Enkeltregning", "Konto", "Avdeling", "RESH", "Krav");
        InTotals = Add("AntallRegninger", "SumKravSamlet");
        InClaim = Add("Guid", "BetaltEgenandel", "Kreditering", "RegningNr", "DatoTid", "Merknad", "Patient", "Behandling");
        InPatient = Add("FamilyName", "GivenName", "DateOfBirth", "Sex", "Nationality", "Ident", "ArbeidstagerNorge");
        InTreatment = Add(
            "Diagnose", "KodeEgenandel", "HenvisningsDato", "HenvisningsId", "HenvisningsDiagnose", "Behandlerident", "RelatertBehandler",
            "Moderasjonskode", "Behandlingsform", "Sykdomslistepunkt", "Takst", "Tann", "Prosedyrekode", "SumKrav");
        InIdent = Add("Id", "TypeId");
        InTariff = Add("Verdi", "Kode", "Antall");
        InProcedure = Add("Kodeverk", "Kode");
        InSum = Add("EgenandelHonorar", "Refusjon");
        _known = new HashSet<string>(
            [BehandlerKrav, .. InSet, .. InTotals, .. InClaim, .. InPatient, .. InTreatment, .. InIdent, .. InTariff, .. InProcedure, .. InSum],
            StringComparer.Ordinal);
    }

    public string Head { get; }

    public string Own { get; }

    public string Batch { get; }

    public string MsgHead { get; }

    public string MsgInfo { get; }

    public string Document { get; }

    public string RefDoc { get; }

    public string Content { get; }

    public string Type { get; }

    public string Version { get; }

    public string GenDate { get; }

    public string MsgId { get; }

    public string Sender { get; }

    public string Receiver { get; }

    public string Organisation { get; }

    public string Ident { get; }

    public string Id { get; }

    public string TypeId { get; }

    public string BehandlerKrav { get; }

    public string Enkeltregning { get; }

    public string V { get; }

    public string S { get; }

    public string U { get; }

    public string DN { get; }

    public string ErBetalt { get; }

    public string Korrigering { get; }

    public string NavnEpj { get; }

    public string VersjonEpj { get; }

    /// <summary>Children of BehandlerKrav: the claims first.</summary>
    public string[] InSet { get; }

    /// <summary>Children of Krav: number and sum.</summary>
    public string[] InTotals { get; }

    /// <summary>Children of Enkeltregning, in the order of <see cref="ClaimXmlPart"/>.</summary>
    public string[] InClaim { get; }

    /// <summary>Children of Patient, in the order of <see cref="PatientXmlPart"/>.</summary>
    public string[] InPatient { get; }

    /// <summary>Children of Behandling, in the order of <see cref="TreatmentXmlPart"/>.</summary>
    public string[] InTreatment { get; }

    /// <summary>Children of an identity: number and type.</summary>
    public string[] InIdent { get; }

    /// <summary>Children of Takst: value, code, count.</summary>
    public string[] InTariff { get; }

    /// <summary>Children of Prosedyrekode: system and code.</summary>
    public string[] InProcedure { get; }

    /// <summary>Children of SumKrav: share and refund.</summary>
    public string[] InSum { get; }

    /// <summary>Place of a name of the reader's table in a list; -1 when it is not in it.</summary>
    public static int IndexOf(string[] names, string name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Any name of the claims' format: an element that bears one is misplaced rather than unknown.</summary>
    public bool Knows(string name) => _known.Contains(name);

    private string[] Add(params string[] names) => [.. names.Select(name => _table.Add(name))];
}
