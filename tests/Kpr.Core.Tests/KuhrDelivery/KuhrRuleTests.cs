using Kpr.Core.Rules;

namespace Kpr.Core.Tests.KuhrDelivery;

/// <summary>One change of a good delivery, and the rules that it breaks. The delivery itself keeps them all.</summary>
public sealed class KuhrRuleTests
{
    private static readonly string Other = TestDelivery.IdOf(1);

    internal static readonly Dictionary<string, (Action<TestDelivery> Change, string Rules)> Cases = new()
    {
        ["late, sent in the month"] = (d => d.Set(2, "dato", "2025-02-01"), ""),
        ["of a month before, sent then"] = (d => d.Set(2, "dato", "2025-02-01").Set(2, "innsendtTid", "2025-02-02T10:00:00"), "K02 reject"),
        ["of the month after"] = (d => d.Set(2, "dato", "2025-06-01").Set(2, "innsendtTid", "2025-06-02T10:00:00"), "K02 reject"),
        ["id malformed"] = (d => { foreach (var name in TestDelivery.Names) { Replace(d, name, TestDelivery.IdOf(2), "00000002-0000-4000-8000-00000000000g"); } }, "K03 reject"),
        ["id missing"] = (d => d.Set(2, "enkeltregningId", ""), "K03 reject,I01 reject,I02 reject,K07 reject,K08 warning,K09 warning,K09 warning,K09 warning,K09 warning"),
        ["number used before"] = (d => d.Set(2, "regningsnummer", "1"), "K04 reject"),
        ["number used before, by one refused"] = (d => d.Set(2, "regningsnummer", "1").Set(1, "status", "avvist"), ""),
        ["number freed by a credit"] = (d => Credit(d.AddClaim(4), 3, of: 1).Set(4, "regningsnummer", "1").Set(3, "regningsnummer", "1"), ""),
        ["dated after it was sent"] = (d => d.Set(2, "innsendtTid", "2025-05-01T10:00:00"), "K05 reject"),
        ["older than six months"] = (d => d.Set(2, "dato", "2024-10-01"), "K06 warning"),
        ["no tariff"] = (d => d.Without("takst", 2), "K07 reject"),
        ["share only"] = (d => d.Without("takst", 2).Without("diagnose", 2).Set(2, "refusjonOre", "0").Set(2, "belopOre", "10000"), ""),
        ["no diagnosis"] = (d => d.Without("diagnose", 2), "K08 warning"),
        ["no person"] = (d => d.Without("person", 2), "I01 reject,I02 reject"),
        ["two persons"] = (d => d.Rows("person").Insert(2, d.Rows("person")[2]), "K09 reject"),
        ["unknown code system"] = (d => d.Set("diagnose", 2, "kodeverk", "ICPC-3"), "K10 warning"),
        ["code system of others"] = (d => d.Set("diagnose", 2, "kodeverk", "ICD-DA-3"), "K10 warning"),
        ["code of another system"] = (d => d.Set("diagnose", 2, "kode", "S422"), "K11 warning"),
        ["no main diagnosis"] = (d => d.Set("diagnose", 2, "kodeNr", "2"), "K12 warning"),
        ["two main diagnoses"] = (d => d.Rows("diagnose").Insert(3, d.Rows("diagnose")[2]), "K12 warning"),
        ["diagnoses in any order"] = (d => { d.Rows("diagnose").Insert(2, d.Rows("diagnose")[2]); d.Set("diagnose", 2, "kodeNr", "2"); }, ""),
        ["tariff used no times"] = (d => d.Set("takst", 3, "antall", "0"), "K18 warning"),
        ["tariff without count"] = (d => d.Set("takst", 3, "antall", ""), "K18 warning"),
        ["unknown exemption"] = (d => d.Set(2, "arsakFriEgenandel", "Q").Set(2, "egenandelOre", "0").Set(2, "belopOre", "20000"), "K19 warning"),
        ["child of fifty-five"] = (d => d.Set(2, "arsakFriEgenandel", "B").Set(2, "egenandelOre", "0").Set(2, "belopOre", "20000"), "K20 warning"),
        ["exempt and paying"] = (d => d.Set(2, "arsakFriEgenandel", "F"), "K21 warning"),
        ["amount off by a krone"] = (d => d.Set(2, "belopOre", "30100"), ""),
        ["amount off by more"] = (d => d.Set(2, "belopOre", "30101"), "K22 warning"),
        ["negative claim"] = (d => d.Set(2, "refusjonOre", "-20000").Set(2, "belopOre", "-10000"), "K23 reject"),
        ["credit in front of its claim"] = (d => Credit(d, 1, of: 3), ""),
        ["credit of another month"] = (d => Credit(d, 2, of: 77), ""),
        ["credit of nothing"] = (d => Credit(d, 2, of: 1).Set(2, "krediterer", ""), "K23 reject"),
        ["credit of another amount"] = (d => Credit(d, 2, of: 1).Set(2, "refusjonOre", "-20001"), "K23 reject"),
        ["positive credit"] = (d => d.Set(2, "krediterer", Other).Set(2, "egenandelStatus", "5"), "K23 reject"),
        ["credited twice"] = (d => Credit(Credit(d, 2, of: 1), 3, of: 1), "K03 reject"),
        ["unknown practice type"] = (d => d.Set(2, "praksistype", "ABCD"), "K26 warning"),
        ["practice type of another area"] = (d => d.Set(2, "fagomraade", "FY"), "K26 warning"),
        ["practice in a municipality of before"] = (d => d.Set(2, "praksisKommuneNr", "1567"), "K27 warning"),
        ["practice nowhere"] = (d => d.Set(2, "praksisKommuneNr", ""), "K27 warning"),
        ["home unknown"] = (d => d.Set(2, "bostedKommuneNr", "-1").Set(2, "bydel", ""), ""),
        ["home abroad"] = (d => d.Set(2, "bostedKommuneNr", "9900").Set(2, "bydel", ""), ""),
        ["home in a municipality of before"] = (d => d.Set(2, "bostedKommuneNr", "1567").Set(2, "bydel", ""), "K28 warning"),
        ["number of an office for a district"] = (d => d.Set(2, "bydel", "312"), "K28 warning"),
        ["the same consultation twice"] = (Twice, "K30 warning"),
        ["birth year that is none"] = (d => d.Set(2, "fodselsaar", "19x0"), "K34 warning"),
        ["birth year 126 years ago"] = (d => d.Set(2, "fodselsaar", "1890"), "I14 warning,I25 reject,K32 warning"),
        ["day that is none"] = (d => d.Set(2, "dato", "2025-05-32"), "K34 reject"),
        ["time that is none"] = (d => d.Set(2, "klokkeslett", "24:00"), "K34 reject"),
        ["amount in kroner"] = (d => { d.Set(2, "refusjonOre", "200,00"); }, "K34 reject"),
        ["practice missing"] = (d => d.Set(2, "praksisId", ""), "K34 reject"),
        ["message type not taken"] = (d => d.Set(2, "meldingstype", "PSOM"), "K34 reject"),
        ["tariff code too long"] = (d => d.Set("takst", 3, "takstkode", "12345678"), "K34 reject"),
        ["settlement missing for a physician"] = (d => d.Set(2, "oppgjorsart", ""), "K34 warning"),
        ["sex that is none"] = (d => d.Set(2, "kjonn", "7"), "K34 warning"),
        ["remarks"] = (d => d.Set(2, "merknader", "470,710"), ""),
        ["remarks in words"] = (d => d.Set(2, "merknader", "se vedlegg"), "K34 warning"),
        ["organisation number off"] = (d => d.Set(2, "praksisOrgNr", "889640783"), "I27 warning"),
        ["HPR number zero"] = (d => d.Set(2, "behandlerHpr", "0"), "I26 warning"),
        ["identity number in a text"] = (d => d.Set(2, "praksisId", $"p {TestDelivery.Person(2)}"), "I28 reject"),
        ["type of identity unknown"] = (d => d.Set("person", 2, "typeID", "77"), "I02 reject"),
        ["type in letters"] = (d => d.Set("person", 2, "typeID", "FNR"), "I02 reject"),
        ["check digit wrong"] = (d => d.Set("person", 2, "fid", TestDelivery.Person(2)[..10] + (char)('0' + ((TestDelivery.Person(2)[10] - '0' + 1) % 10))), "I03 reject"),
        ["the same row again: what belongs to it stands with the first"] = (d => d.Set(2, "refusjonOre", "0").Set(2, "egenandelOre", "0").Set(2, "belopOre", "0").Rows("regning").Insert(2, d.Rows("regning")[2]), "I01 reject,I02 reject,K07 reject,K08 warning"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_breaks_just_the_rules_that_its_case_names(string name)
    {
        var delivery = new TestDelivery();
        var (change, rules) = Cases[name];
        change(delivery);
        var receipt = delivery.Judge();

        var told = receipt.Findings.Select(finding => $"{finding.Rule} {(finding.Severity == Severity.Warning ? "warning" : "reject")}").Order(StringComparer.Ordinal);
        Assert.Equal(rules.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), told);
        Assert.All(receipt.Findings, finding => Assert.NotEqual(Severity.RejectFile, finding.Severity));
    }

    private static TestDelivery Credit(TestDelivery delivery, int number, int of) =>
        delivery.Set(number, "krediterer", TestDelivery.IdOf(of)).Set(number, "egenandelStatus", "5").Set(number, "refusjonOre", "-20000")
            .Set(number, "egenandelOre", "0").Set(number, "belopOre", "-20000");

    private static void Replace(TestDelivery delivery, string file, string find, string put)
    {
        var rows = delivery.Rows(file);
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i] = rows[i].Replace(find, put, StringComparison.Ordinal);
        }
    }

    private static void Twice(TestDelivery delivery)
    {
        delivery.Set("takst", 1, "takstkode", "2ad").Set("takst", 3, "takstkode", "2ad").Set(2, "dato", "2025-05-02");
        delivery.Set("person", 2, "fid", TestDelivery.Person(1));
    }
}
