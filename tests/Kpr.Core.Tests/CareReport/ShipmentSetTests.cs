using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.CareReport;

/// <summary>Shipments that are given together, as <c>kpr check</c> does with a folder.</summary>
public sealed class ShipmentSetTests
{
    private const CareReportShipment Ide = CareReportShipment.Identity;
    private const CareReportShipment Ipl = CareReportShipment.Professional;

    [Fact]
    public void A_pair_that_agrees_has_no_finding()
    {
        var (identity, professional) = JudgePair(CareReportDocument.Of(Ide), CareReportDocument.Of(Ipl));

        Assert.Empty(identity.Rules);
        Assert.Empty(professional.Rules);
        Assert.Equal((3, 3), (identity.Counts.Accepted, professional.Counts.Accepted));
    }

    [Theory]
    [InlineData(Ide)]
    [InlineData(Ipl)]
    public void A_shipment_alone_tells_nothing_of_the_other(CareReportShipment shipment) =>
        Assert.Empty(Assert.Single(JudgeSet(CareReportDocument.Of(shipment))).Rules);

    [Fact]
    public void A_user_without_person_is_rejected_and_a_person_without_user_told()
    {
        var (identity, professional) = JudgePair(
            CareReportDocument.Of(Ide, 2).Raw(CareReportDocument.Person(4)), CareReportDocument.Of(Ipl));

        Assert.Equal(("I23", Severity.Warning, 3L), Only(identity));
        Assert.Equal(("I22", Severity.RejectRecord, 3L), Only(professional));
        Assert.Equal(1, professional.Counts.Rejected);
    }

    [Fact]
    public void A_user_whose_person_is_rejected_is_rejected_too()
    {
        var persons = new CareReportDocument(Ide).Add().Add(text => text.Replace(CareReportDocument.Number(2), "17834200369", StringComparison.Ordinal)).Add();
        var (identity, professional) = JudgePair(persons, CareReportDocument.Of(Ipl));

        Assert.Equal("I03", Only(identity).Rule);
        Assert.Equal(("I22", Severity.RejectRecord, 2L), Only(professional));
    }

    [Fact]
    public void What_the_number_tells_is_held_against_what_is_stated()
    {
        var users = new CareReportDocument(Ipl)
            .Add(text => text.Replace("fodselsar=\"1942\"", "fodselsar=\"1943\"", StringComparison.Ordinal))
            .Add(text => text.Replace("kjonn=\"1\"", "kjonn=\"2\"", StringComparison.Ordinal))
            .Add();
        var (_, professional) = JudgePair(CareReportDocument.Of(Ide), users);

        Assert.Equal([("I14", 1L), ("I15", 2L)], professional.Findings.Select(finding => (finding.Rule, finding.Ordinal!.Value)));
    }

    [Fact]
    public void A_service_before_the_day_of_birth_rejects_the_user()
    {
        // All are born in March 1942 or, here, in March 2024.
        var number = Enumerable.Range(0, 50).Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(2024, 3, 2), Sex.Male, serial)).First(made => made is not null)!;
        var persons = new CareReportDocument(Ide).Add(text => text.Replace(CareReportDocument.Number(1), number, StringComparison.Ordinal));
        var users = new CareReportDocument(Ipl).Add(text => text.Replace("fodselsar=\"1942\"", "fodselsar=\"2024\"", StringComparison.Ordinal)
            .Replace("</Bruker>", "<Tjeneste tjenesteID=\"X\" tjenesteType=\"5\" startDato=\"2024-03-01\"/></Bruker>", StringComparison.Ordinal));

        Assert.Equal(("A09", Severity.RejectRecord, 1L), Only(JudgePair(persons, users).Professional));
    }

    [Theory]
    [InlineData("lopenr=\"1\"", "lopenr=\"2\"", "lopenr")]
    [InlineData("uttakDato=\"2026-01-08\"", "uttakDato=\"2026-01-09\"", "uttakDato")]
    public void Shipments_that_disagree_are_both_rejected(string find, string put, string field)
    {
        var users = CareReportDocument.Of(Ipl);
        users.Ident = users.Ident.Replace(find, put, StringComparison.Ordinal);
        var (identity, professional) = JudgePair(CareReportDocument.Of(Ide), users);

        Assert.All([identity, professional], receipt =>
        {
            Assert.Equal(("F15", field), (Assert.Single(receipt.Findings).Rule, receipt.Findings[0].Field));
            Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
        });
    }

    [Fact]
    public void Shipments_of_different_years_that_were_made_together_are_told_so()
    {
        var users = new CareReportDocument(Ipl).Add(text => text.Replace("2025-", "2024-", StringComparison.Ordinal)).In(2024, "57.0.1");
        var professional = JudgePair(CareReportDocument.Of(Ide), users).Professional;

        Assert.Equal(["fraDatoPeriode", "tilDatoPeriode"], professional.Findings.Where(finding => finding.Rule == "F15").Select(finding => finding.Field!).Order());
    }

    [Fact]
    public void A_counterpart_that_is_rejected_as_a_whole_is_none()
    {
        var persons = CareReportDocument.Of(Ide);
        persons.Ident = persons.Ident.Replace("{users}", "4", StringComparison.Ordinal);
        var (identity, professional) = JudgePair(persons, CareReportDocument.Of(Ipl));

        Assert.Equal("F17", Only(identity).Rule);
        Assert.Empty(professional.Rules);
    }

    [Fact]
    public void A_serial_number_used_again_rejects_the_later_shipment()
    {
        var again = CareReportDocument.Of(Ipl, 2);
        var receipts = JudgeSet(CareReportDocument.Of(Ide), CareReportDocument.Of(Ipl), again);

        Assert.Equal([0, 0], receipts.Take(2).Select(receipt => receipt.Rules.Count));
        Assert.Equal("F14", Assert.Single(receipts[2].Findings).Rule);
    }

    [Fact]
    public void A_newer_pair_beside_an_older_is_a_pair_of_its_own()
    {
        static CareReportDocument Newer(CareReportShipment shipment)
        {
            var document = CareReportDocument.Of(shipment, 2);
            document.Ident = document.Ident.Replace("lopenr=\"1\"", "lopenr=\"2\"", StringComparison.Ordinal);
            return document;
        }

        var receipts = JudgeSet(CareReportDocument.Of(Ide), Newer(Ipl), CareReportDocument.Of(Ipl), Newer(Ide));

        Assert.All(receipts, receipt => Assert.Empty(receipt.Rules));
    }

    [Fact]
    public void Whoever_is_active_in_two_municipalities_is_told_where_it_began_first()
    {
        static CareReportDocument In(CareReportDocument document, string start)
        {
            document.Ident = document.Ident.Replace("kommuneNr=\"0301\"", "kommuneNr=\"3205\"", StringComparison.Ordinal);
            return start.Length == 0 ? document : document.Raw(CareReportDocument.User(1).Replace("2025-01-15", start, StringComparison.Ordinal));
        }

        var receipts = JudgeSet(
            ["0301", "0301", "3205", "3205"],
            new CareReportDocument(Ide).Add(), new CareReportDocument(Ipl).Add(),
            In(new CareReportDocument(Ide).Add(), ""), In(new CareReportDocument(Ipl), "2025-02-01"));

        Assert.Equal(("A45", Severity.Warning, 1L), Only(receipts[1]));
        Assert.All([receipts[0], receipts[2], receipts[3]], receipt => Assert.Empty(receipt.Rules));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Whoever_is_in_five_municipalities_is_told_of_in_all(int count, bool told)
    {
        string[] numbers = ["0301", "3205", "4601", "5001", "1103"];
        var documents = numbers.Take(count).SelectMany(number => (CareReportDocument[])
            [Of(new CareReportDocument(Ide).Add(), number), Of(new CareReportDocument(Ipl).Add(text => text.Replace("bydel=\"030101\"", "", StringComparison.Ordinal)), number)]);
        var receipts = JudgeSet([.. numbers.Take(count).SelectMany(number => (string[])[number, number])], [.. documents]);

        Assert.Equal(told ? count : 0, receipts.Count(receipt => receipt.Rules.ContainsKey("I24")));

        static CareReportDocument Of(CareReportDocument document, string number)
        {
            document.Ident = document.Ident.Replace("kommuneNr=\"0301\"", $"kommuneNr=\"{number}\"", StringComparison.Ordinal);
            return document;
        }
    }

    [Fact]
    public void The_order_of_the_files_makes_no_difference()
    {
        CareReportDocument[] documents =
        [
            CareReportDocument.Of(Ide, 2).Raw(CareReportDocument.Person(5)), CareReportDocument.Of(Ipl), CareReportDocument.Of(CareReportShipment.Identity).In(2024, "3.7"),
        ];
        var forwards = JudgeSet(documents);
        var backwards = JudgeSet([.. documents.Reverse()]).Reverse();

        Assert.Equal(forwards.Select(Told), backwards.Select(Told));
    }

    private static string Told(Receipt receipt) => $"{receipt.Status} {receipt.Counts} {string.Join(' ', receipt.Findings)}";

    private static (string Rule, Severity Severity, long Ordinal) Only(Receipt receipt)
    {
        var finding = Assert.Single(receipt.Findings);
        return (finding.Rule, finding.Severity, finding.Ordinal ?? 0);
    }

    private static (Receipt Identity, Receipt Professional) JudgePair(CareReportDocument identity, CareReportDocument professional)
    {
        var receipts = JudgeSet(identity, professional);
        return (receipts[0], receipts[1]);
    }

    private static Receipt[] JudgeSet(params CareReportDocument[] documents) => JudgeSet([.. documents.Select(_ => "0301")], documents);

    private static Receipt[] JudgeSet(string[] senders, params CareReportDocument[] documents)
    {
        using var set = new CareReportFeed().BeginSet();
        foreach (var (i, document) in documents.Index())
        {
            set.Add($"{i}.xml", new MemoryStream(document.Bytes()), CareReportDocument.Context(sender: senders[i]), new SourceLimits());
        }

        set.Match();
        return [.. documents.Index().Select(one => CareReportDocument.JudgeFile(one.Item.Bytes(), surroundings: set.Of($"{one.Index}.xml"), sender: senders[one.Index], knowsRegister: false))];
    }
}
