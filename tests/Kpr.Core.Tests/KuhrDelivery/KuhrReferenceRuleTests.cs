using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.Catalogue;

namespace Kpr.Core.Tests.KuhrDelivery;

/// <summary>The rules that ask catalogues loaded by the operator judge the monthly delivery as they judge claims as sent.</summary>
public sealed class KuhrReferenceRuleTests
{
    private const int SecondClaim = 3;

    private static readonly Dictionary<string, (Action<TestDelivery> Change, string Rules)> Cases = new(StringComparer.Ordinal)
    {
        ["clean"] = (_ => { }, ""),
        ["code of no edition"] = (d => d.Set("diagnose", 2, "kode", "A05"), "K13"),
        ["code of the other system"] = (d => d.Set("diagnose", 2, "kode", "S422"), "K11,K13"),
        ["tariff of none"] = (d => d.Set("takst", SecondClaim, "takstkode", "ukjent"), "K14"),
        ["tariff of before"] = (d => d.Set("takst", SecondClaim, "takstkode", "ZZ6"), "K14"),
        ["tariffs of another area than the delivery states"] = (d => d.Set(2, "fagomraade", "FY").Set(2, "praksistype", "FAFY"), "K14×2"),
        ["tariffs that exclude each other"] = (d => d.Set("takst", SecondClaim, "takstkode", "ZZ1").Set("takst", SecondClaim + 1, "takstkode", "ZZ2"), "K15"),
        ["tariff without what it requires"] = (d => d.Set("takst", SecondClaim, "takstkode", "ZZ3"), "K16"),
        ["tariff too often"] = (d => d.Set("takst", SecondClaim, "takstkode", "ZZ1").Set("takst", SecondClaim, "antall", "2"), "K17"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_delivered_claim_is_judged_by_the_catalogues(string name)
    {
        var (change, rules) = Cases[name];
        var delivery = new TestDelivery();
        change(delivery);

        var receipt = Judge(delivery);
        Assert.Equal(rules, string.Join(',', receipt.Rules.Select(rule => rule.Value == 1 ? rule.Key : $"{rule.Key}×{rule.Value}")));
        Assert.All(receipt.Findings, finding => Assert.Equal((2L, TestDelivery.IdOf(2)), (finding.Ordinal, finding.RecordId)));
        Assert.Empty(receipt.ReferenceData!.Missing);
    }

    [Fact]
    public void Practice_types_and_municipalities_are_those_of_the_set()
    {
        var reading = ReferenceSample.Read(("praksistyper.csv", "praksistype;navn;fagomraade;kpr_service_fill_in;valid_from;valid_to\nFALE;Fastlege;LE;fastlege;;2025-04-30\n"));
        var delivery = new TestDelivery(1);
        using var stored = new MemoryStream(Encoding.UTF8.GetBytes(delivery.ManifestText()));
        var receipt = new FileJudge(Feeds.Find("kuhr-delivery")!, TestDelivery.Context() with { Reference = reading.Set! }, new SourceLimits())
            .Judge(stored, "manifest.json", TimeProvider.System, parts: delivery);

        Assert.Equal("K26", Assert.Single(receipt.Rules).Key);
    }

    private static Receipt Judge(TestDelivery delivery)
    {
        using var stored = new MemoryStream(Encoding.UTF8.GetBytes(delivery.ManifestText()));
        return new FileJudge(Feeds.Find("kuhr-delivery")!, TestDelivery.Context() with { Reference = ReferenceSample.Set }, new SourceLimits())
            .Judge(stored, "manifest.json", TimeProvider.System, parts: delivery);
    }
}
