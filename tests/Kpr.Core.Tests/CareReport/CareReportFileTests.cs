using System.Buffers;
using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.CareReport;

/// <summary>Whole shipments: what is read, cut and stored.</summary>
public sealed class CareReportFileTests
{
    private static readonly SourceLimits Limits = new();
    private static readonly CareReportFeed Feed = new();

    public static TheoryData<CareReportShipment> Shipments => [.. Enum.GetValues<CareReportShipment>()];

    [Theory]
    [MemberData(nameof(Shipments))]
    public void A_shipment_is_recognised_by_its_root_and_told_by_its_name(CareReportShipment shipment)
    {
        var document = shipment == CareReportShipment.History ? CareReportDocument.History().Add() : CareReportDocument.Of(shipment);
        using var source = SourceContent.Open(new MemoryStream(document.Bytes()), Limits);
        var receipt = document.Judge();

        Assert.IsType<CareReportFeed>(Feeds.Recognise(source));
        Assert.Equal(("care-report", CareReportEnvelope.NameOf(shipment)), (receipt.File.Feed, receipt.File.Format));
        Assert.Equal(CareReportDocument.Id(900 + (int)shipment).ToString(), receipt.File.MessageId);
    }

    [Theory]
    [MemberData(nameof(Shipments))]
    public void Norwegian_letters_are_read_in_both_encodings(CareReportShipment shipment)
    {
        var document = new CareReportDocument(shipment);
        document.Add(text => text.Replace("\"B1\"", "\"Bærøyås\"", StringComparison.Ordinal));
        var utf8 = document.Judge();
        document.Declaration = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>";
        var latin = CareReportDocument.JudgeFile(Encoding.Latin1.GetBytes(document.ToString()));

        Assert.Equal(utf8.Rules, latin.Rules);
        Assert.Equal("F23", Assert.Single(document.Judge().Rules).Key);
    }

    [Fact]
    public void Years_of_IPLOS_only_warn_of_what_would_reject_a_user_today()
    {
        var document = CareReportDocument.History().Add(text => text
            .Replace("startDato=\"2025-01-15\"", "", StringComparison.Ordinal)
            .Replace("tjenesteType=\"15\" ", "tjenesteType=\"12\" ", StringComparison.Ordinal).Replace("2025", "2015", StringComparison.Ordinal));
        var lowered = document.Judge();
        var strict = document.Judge(settings => settings.MigratedYears.Clear());
        var later = document.Judge(settings => settings.MigratedYears[0].ValidTo = new DateOnly(2025, 12, 31));

        Assert.Equal((ReceiptStatus.Accepted, Severity.Warning), (lowered.Status, lowered.Findings.Single(finding => finding.Rule == "A02").Severity));
        Assert.All([strict, later], receipt => Assert.Equal((ReceiptStatus.Rejected, Severity.RejectRecord), (receipt.Status, receipt.Findings.Single(finding => finding.Rule == "A02").Severity)));
    }

    [Theory]
    [InlineData(2016, "3.0.6", CareReportShipment.History, true)]
    [InlineData(2017, "3.0.5", CareReportShipment.History, true)]
    [InlineData(2017, "3.0.6", CareReportShipment.Professional, true)]
    [InlineData(2018, "3.0.6", CareReportShipment.History, false)]
    [InlineData(2016, "3.0.6", CareReportShipment.Professional, false)]
    [InlineData(2019, "3.0.6", CareReportShipment.Professional, false)]
    [InlineData(2019, "3.7", CareReportShipment.Identity, true)]
    [InlineData(2024, "3.7.1", CareReportShipment.Identity, true)]
    [InlineData(2022, "57.0.1", CareReportShipment.Professional, false)]
    [InlineData(2023, "57.0.1", CareReportShipment.Professional, true)]
    [InlineData(2023, "58.0.0", CareReportShipment.Professional, false)]
    public void A_version_is_taken_for_its_data_years(int year, string version, CareReportShipment shipment, bool taken) =>
        Assert.Equal(taken, CareReportVersions.Takes(version, shipment, year));

    [Theory]
    [MemberData(nameof(Shipments))]
    public void A_shipment_judged_in_chunks_of_any_size_is_judged_as_the_whole(CareReportShipment shipment)
    {
        var document = shipment == CareReportShipment.History ? CareReportDocument.History() : new CareReportDocument(shipment);
        for (var i = 0; i < 7; i++)
        {
            document.Add(i % 3 == 1
                ? text => text.Replace("tjenesteType=\"15\" ", "tjenesteType=\"99\" ", StringComparison.Ordinal).Replace("typeID=\"1\"", "typeID=\"77\"", StringComparison.Ordinal).Replace("bydel=\"0301", "bydel=\"1103", StringComparison.Ordinal)
                : text => $"<!-- mellom -->{text}");
        }

        document.Raw(shipment == CareReportShipment.Identity ? CareReportDocument.Person(1) : CareReportDocument.User(3));
        var file = document.Bytes();
        var whole = CareReportDocument.JudgeFile(file);
        Assert.NotEmpty(whole.Findings);
        for (var size = 1; size <= 9; size++)
        {
            Assert.Equal(Told(whole.Counts, whole.Rules, whole.Findings), JudgeInChunks(file, size));
        }
    }

    [Fact]
    public void Objection_removes_health_items_and_counts_them()
    {
        var document = new CareReportDocument(CareReportShipment.Professional)
            .Add(text => text.Replace(" kjonn=", " motsattSeg=\"1\" kjonn=", StringComparison.Ordinal)
                .Replace("koordinator=", "tannhelse12mnd=\"1\" ernaering=\"3\" legemiddelgjennomgangDato=\"2025-05-05\" koordinator=", StringComparison.Ordinal));
        var row = Row(document);

        Assert.Equal("6", row["fjernedeOpplysninger"]);
        Assert.All((string[])["diagnoser", "kartlegginger", "lege12mnd", "tannhelse12mnd", "ernaering", "legemiddelgjennomgang"], column => Assert.Null(row[column]));
        Assert.Equal(("2", "2", "1"), (row["individuellPlan"], row["koordinator"], row["motsattSeg"]));
        Assert.NotNull(row["tjenester"]);
        Assert.NotNull(row["saker"]);
    }

    [Fact]
    public void What_rules_blank_and_drop_is_not_stored()
    {
        var row = Row(new CareReportDocument(CareReportShipment.Professional).Add(text => text
            .Replace("</Bruker>", "<Tjeneste tjenesteID=\"X\" tjenesteType=\"29\" startDato=\"2024-01-01\" tjenesteOrgNr=\"974760673\"/><Tjeneste tjenesteID=\"Y\" tjenesteType=\"5\" startDato=\"2023-01-01\" sluttDato=\"2024-01-01\"/></Bruker>", StringComparison.Ordinal)
            .Replace("variabel=\"1\" skar=\"2\"", "variabel=\"1\" skar=\"7\"", StringComparison.Ordinal)
            .Replace("kode=\"P70\"", "kode=\"fritekst\"", StringComparison.Ordinal)
            .Replace("komNrHjem=\"0301\" bydel=\"030101\"", "komNrHjem=\"1601\" bydel=\"030101\"", StringComparison.Ordinal)));

        Assert.Equal("T1:S1:15:2025-01-15::4.50:974760673: X::29:2024-01-01:::: ".TrimEnd(), row["tjenester"]);
        Assert.Equal(("9999", null, null), (row["komNrHjem"], row["bydel"], row["diagnoser"]));
        Assert.StartsWith("2025-01-20*1:*2:3*", row["kartlegginger"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_lies_by_data_year_and_sender_and_a_person_has_none()
    {
        Assert.Equal("2025/0301", Partition(CareReportDocument.Of(CareReportShipment.Professional)));
        Assert.Equal("iplos/2015/0301", Partition(CareReportDocument.History().Add()));
        Assert.Null(Partition(CareReportDocument.Of(CareReportShipment.Identity)));
    }

    [Fact]
    public void The_same_record_twice_is_a_duplicate()
    {
        var receipt = CareReportDocument.Of(CareReportShipment.Professional).Raw(CareReportDocument.User(2)).Judge();

        Assert.Equal((ReceiptStatus.Accepted, 1), (receipt.Status, receipt.Counts.Duplicates));
        Assert.Empty(receipt.Rules);
    }

    private static string? Partition(CareReportDocument document) => First(document, record => Feed.Layout.Partition(record, "0301"));

    private static Dictionary<string, string?> Row(CareReportDocument document) => First(document, record =>
    {
        var values = new string?[Feed.Layout.Columns.Count];
        Feed.Layout.Write(record, values);
        return Feed.Layout.Columns.Zip(values).ToDictionary(pair => pair.First.Name, pair => string.IsNullOrEmpty(pair.Second) ? null : pair.Second, StringComparer.Ordinal);
    });

    private static T First<T>(CareReportDocument document, Func<FeedRecord, T> ask)
    {
        using var source = SourceContent.Open(new MemoryStream(document.Bytes()), Limits);
        using var reader = Feed.Open(source, Limits);
        using var facts = new FactRuns();
        var judge = Feed.JudgeRecords(CareReportDocument.Context(), facts);
        Assert.True(reader.Read());
        Assert.False(judge.Judge(reader.Record).Rejected);
        return ask(reader.Record);
    }

    private static string JudgeInChunks(byte[] file, int size)
    {
        var context = CareReportDocument.Context();
        using var source = SourceContent.Open(new MemoryStream(file), Limits);
        using var reader = Feed.Open(source, Limits);
        using var facts = new FactRuns();
        var cutter = new ChunkCutter(reader, size);
        var findings = new List<Finding>();
        var bytes = new ArrayBufferWriter<byte>();
        while (cutter.Next(bytes) is { } chunk)
        {
            using var part = SourceContent.Open(new MemoryStream(bytes.WrittenSpan.ToArray()), Limits);
            using var chunkReader = Feed.Open(part, Limits);
            var judge = Feed.JudgeRecords(context, new MovedFacts(facts, chunk));
            while (chunkReader.Read())
            {
                findings.AddRange(judge.Judge(chunkReader.Record).Findings.Select(finding =>
                    finding with { Ordinal = finding.Ordinal + chunk.OrdinalOffset, Line = finding.Line + chunk.LineOffset }));
            }

            Assert.Null(chunkReader.Fatal);
            bytes.Clear();
        }

        using var tally = new FileTally([.. reader.Envelopes.Select(envelope => new MessageSpan(envelope.FirstOrdinal, envelope.Records))], null);
        tally.JudgeAcrossRecords(facts.Merge(), Feed.GroupRules(context), context);
        tally.AddFileFindings(0, Feed.JudgeEnvelope(reader.Envelopes[0], context));
        findings.ForEach(tally.AddRecordFinding);
        var outcome = tally.Finish();
        return Told(outcome.Counts, outcome.Rules, outcome.Findings);
    }

    private static string Told(ReceiptCounts counts, IReadOnlyDictionary<string, long> rules, IReadOnlyList<Finding> findings) =>
        $"{counts}\n{string.Join(' ', rules)}\n{string.Join('\n', findings)}";

    private sealed class MovedFacts(FactRuns facts, Chunk chunk) : IFactSink
    {
        public void Add(in Fact fact) => facts.Add(fact.Moved(chunk.OrdinalOffset, chunk.LineOffset));
    }
}
