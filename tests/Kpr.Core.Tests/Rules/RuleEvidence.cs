using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Persons;
using Kpr.Core.Rules;
using Kpr.Core.Rules.CareEvents;
using Kpr.Core.Rules.CareReport;
using Kpr.Core.Rules.Claims;
using Kpr.Core.Rules.KuhrDelivery;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.CareReport;
using Kpr.Core.Tests.Claims;
using Kpr.Core.Tests.KuhrDelivery;
using Kpr.Core.Tests.Memory;
using Kpr.Core.Tests.Transport;

namespace Kpr.Core.Tests.Rules;

/// <summary>For each rule something that breaks it and something that does not, judged by the real readers and rules, and the ids of the rules that spoke.</summary>
internal static class RuleEvidence
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (Func<IEnumerable<string>> Broken, Func<IEnumerable<string>> Kept)> Own = new(StringComparer.Ordinal)
    {
        ["F05"] = (() => Signed(null), () => Signed("974760673")),
        ["F06"] = (() => Signed("123456785"), () => Signed("974760673")),
        ["F08"] = (() => Seen(Replay.OtherContent), () => Seen(Replay.New)),
        ["F14"] = (() => Reports(Report(Ide), Report(Ipl), Report(Ipl, 2)), () => Reports(Report(Ide), Report(Ipl))),
        ["F15"] = (() => Reports(Report(Ide), Changed(Report(Ipl), "uttakDato=\"2026-01-08\"", "uttakDato=\"2026-01-09\"")), () => Reports(Report(Ide), Report(Ipl))),
        ["F25"] = (() => Events(200, 11), () => Events(200, 10)),
        ["F27"] = (() => Told(The<F27UsersAsLastYear>.Rule.Compare(1_300, 1_000)), () => Told(The<F27UsersAsLastYear>.Rule.Compare(1_100, 1_000))),
        ["F28"] = (() => Area("3107"), () => Area("0301")),
        ["E14"] = (() => Told(The<E14MunicipalityHeardOf>.Rule.Judge(Now, Now.AddDays(-3))), () => Told(The<E14MunicipalityHeardOf>.Rule.Judge(Now, Now.AddDays(-1)))),
        ["I16"] = (() => Known(null), () => Known("aktiv;")),
        ["I17"] = (() => Known("inaktiv;"), () => Known("aktiv;")),
        ["I20"] = (() => PersonYears.OfLocalNumber(year: 2025, number: 7, before: 8), () => PersonYears.OfLocalNumber(year: 2025, number: 7, before: 7)),
        ["I24"] = (() => PersonYears.InOthers(4, active: false), () => PersonYears.InOthers(3, active: false)),
        ["A45"] = (() => PersonYears.InOthers(1, active: true), () => PersonYears.InOthers(1, active: false)),
        ["K01"] = (() => Delivery(d => d.Manifest = text => text.Replace("\"rowCount\": 3", "\"rowCount\": 4", StringComparison.Ordinal)), () => Delivery(_ => { })),
        ["K13"] = (() => Claims(new TestClaim(1) { Diagnoser = [("7170", "S05")] }), () => Claims(new TestClaim(1))),
        ["K14"] = (() => Claims(With("ZZ6")), () => Claims(With("ZZ7"))),
        ["K15"] = (() => Claims(With("ZZ1", "ZZ2")), () => Claims(With("ZZ1", "2ad"))),
        ["K16"] = (() => Claims(With("ZZ3")), () => Claims(With("ZZ3", "ZZ2"))),
        ["K17"] = (() => Claims(With("ZZ2", "ZZ2", "ZZ2")), () => Claims(With("ZZ2", "ZZ2"))),
        ["K24"] = (() => AcrossFiles([new TestClaim(1) { Betalt = true }], [Correction(false)]), () => AcrossFiles([new TestClaim(1) { Betalt = false }], [Correction(true)])),
        ["K29"] = (() => Claims(At(1, "10:00", "2ad"), At(2, "10:30", "1bd")), () => Claims(At(1, "10:00", "2ad"), At(2, "11:30", "1bd"))),
        ["K31"] = (() => Known("aktiv;2025-12-31"), () => Known("aktiv;")),
        ["K33"] = (() => Delivery(d => { d.Set("person", 2, "fid", TestDelivery.Person(1)); d.Set(2, "kjonn", "2"); }), () => Delivery(d => d.Set("person", 2, "fid", TestDelivery.Person(1)))),
        ["K35"] = (() => Told(The<K35VolumeAsLastYear>.Rule.Compare("fastlege", 700, 1_000)), () => Told(The<K35VolumeAsLastYear>.Rule.Compare("fastlege", 900, 1_000))),
        ["K36"] = (() => Told(The<K36ProviderHeardOf>.Rule.Judge(Now, Now.AddDays(-15))), () => Told(The<K36ProviderHeardOf>.Rule.Judge(Now, Now.AddDays(-13)))),
    };

    private const CareReportShipment Ide = CareReportShipment.Identity;
    private const CareReportShipment Ipl = CareReportShipment.Professional;

    /// <summary>The evidence about a rule; null when there is none.</summary>
    public static (Func<IEnumerable<string>> Broken, Func<IEnumerable<string>> Kept)? Of(string rule)
    {
        if (Own.TryGetValue(rule, out var own))
        {
            return own;
        }

        if (RuleExampleTests.All.FirstOrDefault(one => one.Rule == rule && one.Breaks) is { } broken && RuleExampleTests.All.FirstOrDefault(one => one.Rule == rule && !one.Breaks && !one.Others.Contains(rule, StringComparison.Ordinal)) is { } kept)
        {
            return (() => broken.Judge().Rules.Keys, () => kept.Judge().Rules.Keys);
        }

        var reports = CareReportRuleTests.All.Where(one => one.Rule == rule).ToLookup(one => one.Breaks);
        if (reports[true].Any())
        {
            return (() => Judge(reports[true].First()), () => Judge(reports[false].FirstOrDefault(new CareReportExample(rule, "as it is"))));
        }

        return KuhrRuleTests.Cases.Values.FirstOrDefault(one => one.Rules.Split(',').Any(told => told.StartsWith(rule, StringComparison.Ordinal))) is { Change: { } change }
            ? (() => Delivery(change), () => Delivery(_ => { }))
            : null;
    }

    private static IEnumerable<string> Judge(CareReportExample example) => example.Judge(example.Text()).Rules.Keys;

    private static IEnumerable<string> Told(Fault? fault) => fault is { } told ? [told.Rule.Id] : [];

    private static IEnumerable<string> Signed(string? organisation)
    {
        using var issuer = new TestIssuer();
        var sha256 = System.Security.Cryptography.SHA256.HashData("a file"u8);
        var signature = organisation is null ? null : issuer.Sign(sha256, $"2.5.4.97=NTRNO-{organisation}, CN=Virksomhet").Signature;
        var context = new FileContext(Now, new RuleSettings()) { Sender = "974760673", Reference = issuer.Trusted() };
        return TransportJudge.Judge(context, signature, Convert.ToHexStringLower(sha256), []).Select(finding => finding.Rule);
    }

    private static IEnumerable<string> Known(string? entry)
    {
        using var marks = new PersonMarks(new byte[32]);
        string[] list = entry is null ? [PopulationList.Header] : [PopulationList.Header, $"{TestClaim.Man};{entry}"];
        var known = new KnownPersons(PersonIndex.Empty, PopulationList.Read(list, marks).Table, marks);
        return ClaimDocuments.Judge(ClaimDocuments.Json(new TestClaim(1)), context => context with { Persons = known }).Rules.Keys;
    }

    private static IEnumerable<string> Seen(Replay replay)
    {
        using var stored = new MemoryStream(RuleExample.Bytes(new CareEventDocument().Add()));
        var context = new FileContext(CareEventDocument.ReceivedAt, new RuleSettings()) { Sender = "0301" };
        return new FileJudge(Feeds.Find("care-events")!, context, new SourceLimits()).Judge(stored, "x.xml", TimeProvider.System, seen: _ => replay).Rules.Keys;
    }

    private static IEnumerable<string> Events(int records, int rejected)
    {
        var document = new CareEventDocument();
        for (var number = 1; number <= records; number++)
        {
            var status = number <= rejected ? "T" : "N";
            document.Add(text => text.Replace("statusNotifikasjon=\"N\"", $"statusNotifikasjon=\"{status}\"", StringComparison.Ordinal));
        }

        return CareEventDocument.Judge(RuleExample.Bytes(document)).Rules.Keys;
    }

    private static CareReportDocument Report(CareReportShipment shipment, int records = 3) => CareReportDocument.Of(shipment, records);

    private static CareReportDocument Changed(CareReportDocument document, string find, string put)
    {
        document.Ident = document.Ident.Replace(find, put, StringComparison.Ordinal);
        return document;
    }

    private static IEnumerable<string> Reports(params CareReportDocument[] documents)
    {
        using var set = new CareReportFeed().BeginSet();
        foreach (var (i, document) in documents.Index())
        {
            set.Add($"{i}.xml", new MemoryStream(document.Bytes()), CareReportDocument.Context(), new SourceLimits());
        }

        set.Match();
        return [.. documents.Index().SelectMany(one => one.Item.Judge(surroundings: set.Of($"{one.Index}.xml")).Rules.Keys)];
    }

    private static IEnumerable<string> Area(string number) => Told(The<F28ComparedByArea>.Rule.Tell(
        number, ReferenceData.Default.Municipalities.CompareWith(number, new DateOnly(2024, 12, 31), new DateOnly(2023, 12, 31))));

    private static IEnumerable<string> Delivery(Action<TestDelivery> change)
    {
        var delivery = new TestDelivery();
        change(delivery);
        return delivery.Judge().Rules.Keys;
    }

    private static IEnumerable<string> Claims(params TestClaim[] claims) =>
        ClaimDocuments.Judge(ClaimDocuments.Json(claims), context => context with { Reference = Tests.Catalogue.ReferenceSample.Set }).Rules.Keys;

    private static TestClaim With(params string[] tariffs) => new(1) { Takster = [.. tariffs.Select(code => ((string?)code, (string?)"1", (string?)"1"))] };

    private static TestClaim At(int number, string time, string tariff) =>
        new(number) { Tidspunkt = $"2026-02-10T{time}:00+01:00", Takster = [(tariff, "1", "1")] };

    private static TestClaim Correction(bool paid) =>
        new(1) { Betalt = paid, Korrigering = true, Belop = "0", Fid = null, FidType = null, Diagnoser = [], Takster = [] };

    private static IEnumerable<string> AcrossFiles(TestClaim[] first, TestClaim[] second)
    {
        var register = new RememberingRegister("claims", ClaimDocuments.Sender);
        register.TakeAsync(ClaimDocuments.Json(first)).GetAwaiter().GetResult();
        return register.TakeAsync(ClaimDocuments.Json(second)).GetAwaiter().GetResult().Split(", ").Select(told => told.Split(' ')[0]);
    }
}
