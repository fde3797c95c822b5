using System.Globalization;
using System.Text;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Claims;

/// <summary>Writes claim files of both forms, with right totals unless a test says otherwise, and judges files.</summary>
internal static class ClaimDocuments
{
    public const string Head = "http://www.kith.no/xmlstds/msghead/2006-05-24";
    public const string Bkm = "http://www.kith.no/xmlstds/bkm/2006-12-20";

    /// <summary>An organisation number with a right check digit that no test elsewhere means anything by.</summary>
    public const string Sender = "889640782";

    public static readonly DateTimeOffset ReceivedAt = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static string Header(string type = "LOM", string recipient = "93972", string sender = Sender, string generated = "2026-03-02T10:00:00+01:00", int number = 1) => $"""
        <MsgInfo>
          <Type V="{type}" DN="Oppgjør"/>
          <MIGversion>v1.2 2006-05-24</MIGversion>
          <GenDate>{generated}</GenDate>
          <MsgId>{TestClaim.Id(900 + number)}</MsgId>
          <Ack V="J"/>
          <Sender><Organisation><OrganisationName>Legekontoret på hjørnet</OrganisationName>
            <Ident><Id>{sender}</Id><TypeId V="ENH" S="2.16.578.1.12.4.1.1.9051" DN="Organisasjonsnummer"/></Ident>
            <HealthcareProfessional><Ident><Id>9144900</Id><TypeId V="HPR"/></Ident></HealthcareProfessional></Organisation></Sender>
          <Receiver><Organisation><OrganisationName>Mottaket</OrganisationName>
            <Ident><Id>{recipient}</Id><TypeId V="HER"/></Ident></Organisation></Receiver>
        </MsgInfo>
        """;

    public static string Totals(IEnumerable<TestClaim> claims) =>
        $"<Krav><AntallRegninger>{claims.Count()}</AntallRegninger><SumKravSamlet V=\"{Sum(claims)}\" U=\"NOK\"/></Krav>";

    public static string Message(string header, string content) => $"""
        <MsgHead xmlns="{Head}">
        {header}
        <Document><RefDoc><MsgType V="XML"/><MimeType>text/xml</MimeType><Content>
        {content}
        </Content></RefDoc></Document>
        </MsgHead>
        """;

    public static string Set(IReadOnlyList<TestClaim> claims, string? totals = null) =>
        $"<BehandlerKrav xmlns=\"{Bkm}\" navnEPJ=\"Fagsystem\" versjonEPJ=\"1.0\">\n<Konto>1324-1</Konto>\n{string.Join('\n', claims.Select(claim => claim.ToXml()))}\n{totals ?? Totals(claims)}\n</BehandlerKrav>";

    public static string Xml(params TestClaim[] claims) => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Message(Header(), Set(claims));

    public static string Json(params TestClaim[] claims) =>
        $$"""
        {
          "praksisId": "1000005649",
          "behandlerkrav": {
            "navnEPJ": "Fagsystem", "avdeling": "", "reshId": null,
            "regninger": [
        {{string.Join(",\n", claims.Select(claim => claim.ToJson()))}}
            ],
            "antallRegninger": {{claims.Length}},
            "belop": {{Sum(claims)}}
          }
        }
        """;

    public static string Write(string form, params TestClaim[] claims) => form == "xml" ? Xml(claims) : Json(claims);

    public static Receipt Judge(string file, Func<FileContext, FileContext>? change = null, SourceLimits? limits = null) =>
        Judge(Encoding.UTF8.GetBytes(file), change, limits);

    public static Receipt Judge(byte[] file, Func<FileContext, FileContext>? change = null, SourceLimits? limits = null)
    {
        var context = new FileContext(ReceivedAt, new RuleSettings()) { Sender = Sender };
        using var stored = new MemoryStream(file);
        return new FileJudge(new ClaimsFeed(), change is null ? context : change(context), limits ?? new SourceLimits())
            .Judge(stored, "krav", TimeProvider.System);
    }

    /// <summary>Rule, severity and ordinal of each finding, in the order of the receipt.</summary>
    public static IReadOnlyList<string> Told(Receipt receipt) =>
        [.. receipt.Findings.Select(finding => $"{finding.Rule} {Letters(finding.Severity)} {finding.Ordinal}")];

    public static IReadOnlyList<string> Told(string form, params TestClaim[] claims) => Told(Judge(Write(form, claims)));

    private static string Letters(Severity severity) => severity switch
    {
        Severity.RejectFile => "RF",
        Severity.RejectRecord => "RR",
        _ => "W",
    };

    private static string Sum(IEnumerable<TestClaim> claims) => claims
        .Sum(claim => decimal.TryParse(claim.Belop, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : 0)
        .ToString(CultureInfo.InvariantCulture);
}
