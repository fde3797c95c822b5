using System.Globalization;
using System.Text.Json;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareReport;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>The two shipments of an annual report: held, matched, replaced, whichever comes first.</summary>
public sealed class ReportPairTests(ITestOutputHelper output)
{
    private const CareReportShipment Ide = CareReportShipment.Identity;
    private const CareReportShipment Ipl = CareReportShipment.Professional;
    private const string Partition = "care-report/2025/0301";

    private static readonly Func<Local.LocalSystemOptions, Local.LocalSystemOptions> SmallChunks = TestSystem.With(("Kpr:Ingest:ChunkRecords", "2"));

    [Theory]
    [InlineData(Ide, Ipl)]
    [InlineData(Ipl, Ide)]
    public async Task The_first_is_held_and_with_the_second_both_are_answered(CareReportShipment first, CareReportShipment second)
    {
        await using var test = await TestSystem.StartAsync(SmallChunks);
        var held = await test.UploadAsync(Name(first, 1), Document(first, 1, 5));
        await test.SettleAsync();

        Assert.Equal(FileState.AwaitsCounterpart, (await test.RowAsync(held)).State);
        var waiting = Assert.Single(await ReceiptsAsync(test, first));
        Assert.Equal((ReceiptStatus.Held, 5), (waiting.Status, waiting.Counts.Accepted));
        Assert.Contains(CareReportEnvelope.NameOf(second), waiting.Findings.Single(finding => finding.Rule == "F16").Message, StringComparison.Ordinal);
        Assert.Empty(await test.ListAsync(Containers.Register));
        Assert.Empty(await test.ListAsync(Containers.Identity));

        await test.UploadAsync(Name(second, 1), Document(second, 1, 5));
        await test.SettleAsync();

        await test.AssertTidyAsync();
        Assert.Equal([ReceiptStatus.Accepted, ReceiptStatus.Held], (await ReceiptsAsync(test, first)).Select(receipt => receipt.Status).Order());
        Assert.Equal(ReceiptStatus.Accepted, Assert.Single(await ReceiptsAsync(test, second)).Status);
        var rows = await RowsAsync(test);
        Assert.Equal(5, rows.Count);
        Assert.Equal(5, rows.Select(row => row.Split(',')[1]).Where(key => key.Length > 0).Distinct().Count());
        Assert.NotEmpty(await test.ListAsync(Containers.Identity, "care-report/"));
    }

    [Fact]
    public async Task A_user_without_person_goes_to_quarantine_and_the_others_are_stored()
    {
        await using var test = await TestSystem.StartAsync(SmallChunks);
        await test.UploadAsync(Name(Ipl, 1), Document(Ipl, 1, 5));
        await test.UploadAsync(Name(Ide, 1), Document(Ide, 1, 4));
        await test.SettleAsync();

        await test.AssertTidyAsync();
        var receipt = (await ReceiptsAsync(test, Ipl)).Single(receipt => receipt.Status == ReceiptStatus.PartlyAccepted);
        Assert.Equal(("I22", Severity.RejectRecord, 5L), receipt.Findings.Where(finding => finding.Rule == "I22").Select(finding => (finding.Rule, finding.Severity, finding.Ordinal!.Value)).Single());
        Assert.Equal(4, (await RowsAsync(test)).Count);
    }

    [Fact]
    public async Task Shipments_that_disagree_are_both_rejected()
    {
        await using var test = await TestSystem.StartAsync(SmallChunks);
        await test.UploadAsync(Name(Ide, 1), Document(Ide, 1, 2));
        await test.UploadAsync(Name(Ipl, 1), Document(Ipl, 1, 2).Replace("2026-01-08", "2026-01-07", StringComparison.Ordinal));
        await test.SettleAsync();

        await test.AssertTidyAsync();
        foreach (var shipment in (CareReportShipment[])[Ide, Ipl])
        {
            var receipt = (await ReceiptsAsync(test, shipment)).Single(receipt => receipt.Status != ReceiptStatus.Held);
            Assert.Equal((ReceiptStatus.Rejected, 1), (receipt.Status, receipt.Rules["F15"]));
        }

        Assert.Empty(await test.ListAsync(Containers.Register));
    }

    [Fact]
    public async Task A_newer_report_replaces_the_older_and_an_older_one_is_refused()
    {
        await using var test = await TestSystem.StartAsync(SmallChunks);
        foreach (var (serial, records) in ((int, int)[])[(2, 5), (3, 3), (1, 4)])
        {
            await test.UploadAsync(Name(Ide, serial), Document(Ide, serial, records));
            await test.UploadAsync(Name(Ipl, serial), Document(Ipl, serial, records));
            await test.SettleAsync();
        }

        await test.AssertTidyAsync();
        Assert.Equal(3, (await RowsAsync(test)).Count);
        var refused = (await ReceiptsAsync(test, Ipl)).Where(receipt => receipt.Rules.ContainsKey("F14")).ToList();
        Assert.Equal(ReceiptStatus.Rejected, Assert.Single(refused).Status);
    }

    [Fact]
    public async Task A_report_without_users_replaces_an_older_one()
    {
        await using var test = await TestSystem.StartAsync();
        foreach (var (serial, records) in ((int, int)[])[(1, 2), (2, 0)])
        {
            await test.UploadAsync(Name(Ide, serial), Document(Ide, serial, records));
            await test.UploadAsync(Name(Ipl, serial), Document(Ipl, serial, records));
            await test.SettleAsync();
        }

        await test.AssertTidyAsync();
        Assert.Empty(await RowsAsync(test));
    }

    [Fact]
    public async Task The_sender_is_reminded_of_what_is_missing_once_a_week()
    {
        await using var test = await TestSystem.StartAsync();
        var file = await test.UploadAsync(Name(Ide, 1), Document(Ide, 1, 2));
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromDays(6));
        Assert.Single(await ReceiptsAsync(test, Ide));

        await test.SettleAfterAsync(TimeSpan.FromDays(2));
        await test.SettleAfterAsync(TimeSpan.FromDays(2));

        var reminder = Assert.Single(await ReceiptsAsync(test, Ide), receipt => receipt.Findings.Any(finding => finding.Message.StartsWith("Påminnelse", StringComparison.Ordinal)));
        Assert.Equal(ReceiptStatus.Held, reminder.Status);
        Assert.Equal((FileState.AwaitsCounterpart, 1), ((await test.RowAsync(file)).State, (await test.RowAsync(file)).Reminders));

        await test.UploadAsync(Name(Ipl, 1), Document(Ipl, 1, 2));
        await test.SettleAsync();
        await test.AssertTidyAsync();
    }

    [Fact]
    public async Task A_held_report_that_a_newer_one_overtakes_is_refused()
    {
        await using var test = await TestSystem.StartAsync();
        var file = await test.UploadAsync(Name(Ide, 1), Document(Ide, 1, 2));
        await test.SettleAsync();
        await test.UploadAsync(Name(Ide, 2), Document(Ide, 2, 2));
        await test.UploadAsync(Name(Ipl, 2), Document(Ipl, 2, 2));
        await test.SettleAsync();

        await test.SettleAfterAsync(TimeSpan.FromDays(2));

        await test.AssertTidyAsync();
        Assert.Equal(FileState.Completed, (await test.RowAsync(file)).State);
        Assert.Contains(await ReceiptsAsync(test, Ide), receipt => receipt is { Status: ReceiptStatus.Rejected } && receipt.Rules.ContainsKey("F14"));
    }

    [Fact]
    public async Task Years_of_IPLOS_stand_alone_and_apart()
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync("care-report/0301/iplos.xml", CareReportDocument.History().Add(text => text.Replace("2025-", "2015-", StringComparison.Ordinal)).ToString());
        await test.SettleAsync();

        await test.AssertTidyAsync();
        Assert.Equal(ReceiptStatus.Accepted, (await test.ReceiptAsync("care-report/0301/")).Status);
        Assert.Contains("care-report/iplos/2015/0301/manifest.json", await test.ListAsync(Containers.Register));
        Assert.Empty(await test.ListAsync(Containers.Identity));
    }

    [Fact]
    public async Task The_year_2017_stands_in_both_registers_and_neither_replaces_the_other()
    {
        static CareReportDocument About2017(CareReportDocument document) =>
            document.In(2017, "3.0.6").Add(text => text.Replace("2025-", "2017-", StringComparison.Ordinal)).Add(text => text.Replace("2025-", "2017-", StringComparison.Ordinal));

        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync("care-report/0301/iplos.xml", About2017(new CareReportDocument(CareReportShipment.History)).ToString());
        foreach (var shipment in (CareReportShipment[])[Ide, Ipl])
        {
            await test.UploadAsync(Name(shipment, 1), About2017(new CareReportDocument(shipment)).ToString());
        }

        await test.SettleAsync();

        var register = await test.ListAsync(Containers.Register);
        Assert.Contains("care-report/iplos/2017/0301/manifest.json", register);
        Assert.Contains("care-report/2017/0301/manifest.json", register);
        Assert.NotEmpty(await test.ListAsync(Containers.Identity));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_current_view_does_not_depend_on_the_order_of_arrival(int seed)
    {
        var random = new Random(seed);
        output.WriteLine($"seed {seed}");
        await using var test = await TestSystem.StartAsync(SmallChunks);
        var uploads = new List<(string Name, string Content)>();
        foreach (var (serial, records) in ((int, int)[])[(1, 3), (2, 5), (3, 4)])
        {
            foreach (var shipment in (CareReportShipment[])[Ide, Ipl])
            {
                uploads.Add((Name(shipment, serial), Document(shipment, serial, records)));
                uploads.Add(($"{Name(shipment, serial)}-igjen.xml", Document(shipment, serial, records)));
            }
        }

        var order = uploads.ToArray();
        random.Shuffle(order);
        foreach (var (name, content) in order)
        {
            await test.UploadAsync(name, content);
            if (random.Next(2) == 0)
            {
                await test.SettleAsync();
            }
        }

        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromDays(1));
        await test.SettleAfterAsync(TimeSpan.FromDays(1));

        await test.AssertTidyAsync();
        var rows = await RowsAsync(test);
        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.NotEmpty(row.Split(',')[1]));
        var manifest = JsonSerializer.Deserialize(await test.ReadAsync(Containers.Register, $"{Partition}/manifest.json"), RegisterJson.Indented.PartitionManifest)!;
        Assert.Equal([3L], manifest.Segments.Select(segment => segment.SerialNumber!.Value));
    }

    internal static string Name(CareReportShipment shipment, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"care-report/0301/{CareReportEnvelope.NameOf(shipment)}-{serial}.xml");

    internal static string Document(CareReportShipment shipment, int serial, int records)
    {
        var document = CareReportDocument.Of(shipment, records);
        document.Ident = document.Ident.Replace("lopenr=\"1\"", $"lopenr=\"{serial}\"{(records == 0 ? " nullrapport=\"1\"" : "")}", StringComparison.Ordinal);
        document.Hode = document.Hode.Replace(CareReportDocument.Id(900 + (int)shipment).ToString(), CareReportDocument.Id((1000 * serial) + (int)shipment).ToString(), StringComparison.Ordinal);
        return document.ToString();
    }

    private static async Task<IReadOnlyList<Receipt>> ReceiptsAsync(TestSystem test, CareReportShipment shipment)
    {
        var receipts = new List<Receipt>();
        foreach (var name in await test.ListAsync(Containers.Receipts, $"care-report/0301/{CareReportEnvelope.NameOf(shipment)}"))
        {
            if (name.EndsWith(".json", StringComparison.Ordinal))
            {
                receipts.Add(JsonSerializer.Deserialize(await test.ReadAsync(Containers.Receipts, name), ReceiptJson.Indented.Receipt)!);
            }
        }

        return receipts;
    }

    // The rows that count, without the header.
    private static async Task<IReadOnlyList<string>> RowsAsync(TestSystem test)
    {
        var manifest = JsonSerializer.Deserialize(await test.ReadAsync(Containers.Register, $"{Partition}/manifest.json"), RegisterJson.Indented.PartitionManifest)!;
        var rows = new List<string>();
        foreach (var segment in manifest.Segments)
        {
            rows.AddRange(StoredText.Lines(await test.ReadAsync(Containers.Register, $"{Partition}/{segment.Name}")).Skip(1));
        }

        return rows;
    }
}
