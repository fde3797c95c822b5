using System.Globalization;
using System.Text;

namespace Kpr.Benchmarks.Files;

/// <summary>Writes claims as sent, in both forms, as many as are asked for: none has a finding. The same arguments give the same bytes.</summary>
/// <param name="month">The month the claims are from; claims older than six months would be warned of.</param>
/// <param name="claims">Number of claims.</param>
internal sealed class ClaimFile(DateOnly month, int claims)
{
    /// <summary>Organisation number of the sender.</summary>
    public const string Sender = "889640782";

    private static readonly string[] Diagnoses = ["L09", "R74", "K86", "T90", "A97", "H71", "S88", "P76", "U71", "D01"];

    private static readonly (string Code, int Ore)[] Fees = [("2cd", 16_300), ("2dd", 11_900), ("701a", 6_200), ("705k", 7_850), ("707", 12_400)];

    /// <summary>Bytes of a claim, on average.</summary>
    public static int BytesPerClaim(string form) => form == "json" ? 433 : 566;

    /// <summary>Writes the file.</summary>
    /// <param name="form">"json" or "xml".</param>
    /// <param name="target">Takes the bytes.</param>
    public void Write(string form, Stream target)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20, leaveOpen: true) { NewLine = "\n" };
        if (form == "json")
        {
            WriteJson(text);
        }
        else
        {
            WriteXml(text);
        }
    }

    private static string Kroner(long ore) => string.Create(CultureInfo.InvariantCulture, $"{ore / 100}.{ore % 100:00}");

    private void WriteJson(StreamWriter text)
    {
        var sum = 0L;
        text.WriteLine("""{ "praksisId": "1000005649", "behandlerkrav": { "navnEPJ": "Øvesystem", "regninger": [""");
        foreach (var claim in Claims())
        {
            sum += claim.Ore;
            var fee = claim.Fee is var (code, ore) ? $$""", { "belop": {{Kroner(ore)}}, "kode": "{{code}}", "antall": 1 }""" : "";
            text.Write($$"""
                { "guid": "{{claim.Guid}}", "betaltEgenandel": true, "regningsnummer": "{{claim.Number}}", "tidspunkt": "{{claim.Time}}",
                  "pasient": { "identifikasjon": { "id": "{{claim.Person.Number}}", "type": "{{claim.Letters}}" } },
                  "diagnoser": [{ "kodeverk": "2.16.578.1.12.4.1.1.7170", "kode": "{{claim.Diagnosis}}" }],
                  "takster": [{ "belop": 180.50, "kode": "2ad", "antall": 1 }{{fee}}], "prosedyrekoder": [],
                  "belop": {{Kroner(claim.Ore)}} }
                """);
            text.WriteLine(claim.Number < claims ? "," : "");
        }

        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""], "antallRegninger": {{claims}}, "belop": {{Kroner(sum)}} } }"""));
    }

    private void WriteXml(StreamWriter text)
    {
        var sum = 0L;
        text.WriteLine($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24">
            <MsgInfo><Type V="LOM" DN="Oppgjør"/><MIGversion>v1.2 2006-05-24</MIGversion><GenDate>{month.AddMonths(1):yyyy-MM-dd}T10:00:00+01:00</GenDate>
            <MsgId>00000001-0000-4000-8000-00000000000a</MsgId><Ack V="J"/>
            <Sender><Organisation><OrganisationName>Øvelegene</OrganisationName><Ident><Id>{Sender}</Id><TypeId V="ENH" S="2.16.578.1.12.4.1.1.9051" DN="Organisasjonsnummer"/></Ident></Organisation></Sender>
            <Receiver><Organisation><OrganisationName>Mottaket</OrganisationName><Ident><Id>93972</Id><TypeId V="HER"/></Ident></Organisation></Receiver></MsgInfo>
            <Document><RefDoc><MsgType V="XML"/><MimeType>text/xml</MimeType><Content>
            <BehandlerKrav xmlns="http://www.kith.no/xmlstds/bkm/2006-12-20" navnEPJ="Øvesystem" versjonEPJ="1.0">
            <Konto>1324-1</Konto>
            """);
        foreach (var claim in Claims())
        {
            sum += claim.Ore;
            var fee = claim.Fee is var (code, ore) ? $"\n<Takst><Verdi V=\"{Kroner(ore)}\" U=\"NOK\"/><Kode>{code}</Kode><Antall>1</Antall></Takst>" : "";
            text.WriteLine($"""
                <Enkeltregning>
                <Guid>{claim.Guid}</Guid><BetaltEgenandel erBetalt="true" korrigering="false"/><RegningNr>{claim.Number}</RegningNr><DatoTid>{claim.Time}</DatoTid>
                <Patient><Ident><Id>{claim.Person.Number}</Id><TypeId V="{claim.Letters}" S="2.16.578.1.12.4.1.1.8116"/></Ident></Patient>
                <Behandling><Diagnose V="{claim.Diagnosis}" S="2.16.578.1.12.4.1.1.7170"/>
                <Takst><Verdi V="180.50" U="NOK"/><Kode>2ad</Kode><Antall>1</Antall></Takst>{fee}
                <SumKrav><Refusjon V="{Kroner(claim.Ore)}" U="NOK"/></SumKrav></Behandling>
                </Enkeltregning>
                """);
        }

        text.WriteLine($"""
            <Krav><AntallRegninger>{claims}</AntallRegninger><SumKravSamlet V="{Kroner(sum)}" U="NOK"/></Krav>
            </BehandlerKrav></Content></RefDoc></Document></MsgHead>
            """);
    }

    // Patients and minutes go round at unequal pace, so that no consultation occurs twice.
    private IEnumerable<Written> Claims()
    {
        for (var number = 1; number <= claims; number++)
        {
            var time = month.ToDateTime(new TimeOnly(8, 0)).AddDays(number % 27).AddMinutes(number % 480);
            yield return new Written(
                number, new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2), $"{time:yyyy-MM-ddTHH:mm:ss}+01:00",
                SyntheticPeople.Get(number % 99_991), Diagnoses[number % Diagnoses.Length], number % 3 == 0 ? null : Fees[number % Fees.Length]);
        }
    }

    private sealed record Written(int Number, Guid Guid, string Time, (string Number, string Type) Person, string Diagnosis, (string Code, int Ore)? Fee)
    {
        public string Letters => Person.Type == "2" ? "DNR" : "FNR";

        public long Ore => 18_050 + (Fee?.Ore ?? 0);
    }
}
