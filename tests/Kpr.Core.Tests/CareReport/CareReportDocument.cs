using System.Globalization;
using System.Text;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.CareReport;

/// <summary>Builds shipments of the annual report for tests: valid by default, and broken just where a test says.</summary>
internal sealed class CareReportDocument(CareReportShipment shipment)
{
    /// <summary>Within the main window of data year 2025.</summary>
    public static readonly DateTimeOffset ReceivedAt = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeProvider Clock = new StoppedClock();

    private readonly List<string> _records = [];

    public string Declaration { get; set; } = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    public string Root { get; set; } = $"<Melding xmlns=\"urn:kpr:aarsrapport:{Code(shipment)}\"{(shipment == CareReportShipment.Identity ? "" : " antallBrukere=\"{users}\" antallTjenester=\"{services}\"")}>";

    public string Hode { get; set; } = $"<Hode meldingstype=\"{CareReportEnvelope.NameOf(shipment)}\" meldingsId=\"{Id(900 + (int)shipment)}\" generertTid=\"2026-01-09T08:00:00+01:00\" avsenderHerId=\"1234\" mottakerHerId=\"171479\" avsenderOrgNr=\"974760673\"/>";

    public string Ident { get; set; } = "<Ident versjon=\"57.0.1\" kommuneNr=\"0301\" fraDatoPeriode=\"2025-01-01\" tilDatoPeriode=\"2025-12-31\" uttakDato=\"2026-01-08\" lopenr=\"1\" leverandor=\"Leverandør\" navnEPJ=\"Fagsystem\" versjonEPJ=\"1.0\" versjonUt=\"1.0\""
        + (shipment == CareReportShipment.Identity ? " antallPersoner=\"{users}\"/>" : "/>");

    public string Contacts { get; set; } = shipment == CareReportShipment.Identity ? ""
        : "<Kontaktperson kontPerson=\"Kontakt\" meldEpost1=\"kontakt@kommune.no\" typeKontaktperson=\"16\"/>\n<Kontaktperson kontPerson=\"Ansvarlig\" meldEpost1=\"ansvarlig@kommune.no\" typeKontaktperson=\"17\"/>";

    public string Closing { get; set; } = "</Melding>";

    public static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>A synthetic person (month + 80), a man born in 1942.</summary>
    public static string Number(int number) =>
        Enumerable.Range(0, 50).Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(1942, 3, number), Sex.Male, serial)).First(made => made is not null)!;

    /// <summary>The other words of the format for a file of IPLOS.</summary>
    public static CareReportDocument History()
    {
        var document = new CareReportDocument(CareReportShipment.History);
        return document.In(2015, "3.0.6");
    }

    /// <summary>A document of a kind with some records.</summary>
    public static CareReportDocument Of(CareReportShipment shipment, int records = 3)
    {
        var document = new CareReportDocument(shipment);
        for (var i = 0; i < records; i++)
        {
            document.Add();
        }

        return document;
    }

    /// <summary>Sets data year and version; what stands in records stays.</summary>
    public CareReportDocument In(int year, string version)
    {
        Ident = Ident.Replace("2025-", $"{year}-", StringComparison.Ordinal).Replace("57.0.1", version, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Adds a valid record and lets a test change its text.</summary>
    public CareReportDocument Add(Func<string, string>? change = null)
    {
        var text = shipment == CareReportShipment.Identity ? Person(_records.Count + 1) : User(_records.Count + 1);
        return Raw(change is null ? text : change(text));
    }

    /// <summary>Addressed to production.</summary>
    public CareReportDocument InProduction()
    {
        Hode = Hode.Replace("171479", "122612", StringComparison.Ordinal);
        return this;
    }

    public void Clear() => _records.Clear();

    public CareReportDocument Raw(string text)
    {
        _records.Add(text);
        return this;
    }

    public override string ToString()
    {
        var services = _records.Sum(record => record.Split("<Tjeneste").Length - 1);
        var users = _records.Sum(record => record.Split("<Bruker", StringSplitOptions.None).Length + record.Split("<Person ").Length - 2);
        return $"{Declaration}\n{Root}\n{Hode}\n{Ident}\n{Contacts}\n{string.Join('\n', _records)}\n{Closing}"
            .Replace("{users}", users.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{services}", services.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(ToString());

    public Receipt Judge(Action<RuleSettings>? settings = null, DateTimeOffset? receivedAt = null, Surroundings? surroundings = null) =>
        JudgeFile(Bytes(), settings, receivedAt, surroundings);

    public static Receipt JudgeFile(
        byte[] file, Action<RuleSettings>? configure = null, DateTimeOffset? receivedAt = null, Surroundings? surroundings = null, string sender = "0301",
        bool knowsRegister = true)
    {
        using var stored = new MemoryStream(file);
        return new FileJudge(new CareReportFeed(), Context(configure, receivedAt, sender) with { KnowsRegister = knowsRegister }, new SourceLimits())
            .Judge(stored, "rapport.xml", Clock, surroundings: surroundings);
    }

    public static FileContext Context(Action<RuleSettings>? configure = null, DateTimeOffset? receivedAt = null, string sender = "0301")
    {
        var settings = new RuleSettings();
        configure?.Invoke(settings);
        return new FileContext(receivedAt ?? ReceivedAt, settings) { Sender = sender };
    }

    public static string Person(int number) =>
        $"<Person pasientGUID=\"{Id(number)}\" brukerNr=\"B{number}\" fid=\"{Number(number)}\" typeID=\"1\"/>";

    public static string User(int number) => $"""
        <Bruker pasientGUID="{Id(number)}" brukerNr="B{number}" kjonn="1" fodselsar="1942" sivilstand="1" komNrHjem="0301" bydel="030101">
          <Boforhold husstand="1" boligtype="11" privatHjelp="6"/>
          <Vurdering lege12mnd="1" individuellPlan="2" koordinator="2"/>
          <Deltakelse type="1" behov="4"/>
          <Diagnose kodeverk="ICPC-2" kode="P70" dato="2025-02-01"/>
          <Kartlegging dato="2025-01-20">{Scores()}</Kartlegging>
          <Sak sakID="S{number}" hendelse="1" dato="2025-01-05"/>
          <Sak sakID="S{number}" hendelse="2" dato="2025-01-10" utfall="2" tjenesteType="15"/>
          <Tjeneste tjenesteID="T{number}" sakID="S{number}" tjenesteType="15" startDato="2025-01-15" timerPerUke="4.50" tjenesteOrgNr="974760673"/>
        </Bruker>
        """;

    private static string Scores() => string.Concat(Enumerable.Range(1, 20).Select(variable =>
        $"<Funksjon variabel=\"{variable.ToString(CultureInfo.InvariantCulture)}\" skar=\"{(variable % 5 + 1).ToString(CultureInfo.InvariantCulture)}\"/>"));

    private static string Code(CareReportShipment shipment) => shipment switch
    {
        CareReportShipment.Identity => "ide",
        CareReportShipment.Professional => "ipl",
        _ => "iplos",
    };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ReceivedAt.AddMinutes(1);
    }
}
