using System.Text.Json.Nodes;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Core.Reporting;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Senders;

namespace Kpr.Functions.Tests.Senders;

public sealed class RemindSendersTests
{
    private const int DataYear = 2030;

    private const string Calendar = """
        dataaar;strom;slag;fra;til;kilde
        2030;care-report;frist;2031-01-02;2031-01-15;prøve
        2030;care-report;retting;2031-01-16;2031-06-30;prøve
        2030;care-report;paaminnelse;2031-01-09;2031-01-09;prøve
        2030;care-report;paaminnelse;2031-01-16;2031-01-16;prøve
        """;

    [Fact]
    public async Task Those_who_have_not_delivered_are_reminded_once_for_each_day_of_the_calendar()
    {
        await using var test = await StartAsync();
        var remind = test.Get<RemindSenders>();
        await NoteAsync(test, "4601", "KPR_IDE");
        await NoteAsync(test, "4601", "KPR_IPL");
        await NoteAsync(test, "5001", "KPR_IPL");

        test.Clock.AdvanceTo(At(1, 3));
        Assert.Equal(0, await remind.RunAsync(default));
        test.Clock.AdvanceTo(At(1, 10));
        Assert.Equal(2, await remind.RunAsync(default));
        Assert.Equal(0, await remind.RunAsync(default));
        test.Clock.AdvanceTo(At(1, 20));
        Assert.Equal(2, await remind.RunAsync(default));
        test.Clock.AdvanceTo(At(7, 2));
        Assert.Equal(0, await remind.RunAsync(default));

        var notes = await test.Get<ReminderLog>().ReadAsync(DataYear, LateList.Feed, default);
        Assert.Equal([("0301", 1), ("0301", 2), ("5001", 1), ("5001", 2)], notes.Select(note => (note.Sender, note.Number)));
        Assert.Contains("Fristen er 15.1.2031", notes[0].Text, StringComparison.Ordinal);
        Assert.Contains("Fristen var 15.1.2031", notes[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("Bare KPR_IPL", notes[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_days_that_went_by_while_nothing_ran_only_the_last_is_noted()
    {
        await using var test = await StartAsync();
        test.Clock.AdvanceTo(At(2, 1));
        await test.Get<RemindSenders>().RunAsync(default);

        Assert.All(await test.Get<ReminderLog>().ReadAsync(DataYear, LateList.Feed, default), note => Assert.Equal((2, new DateOnly(2031, 1, 16)), (note.Number, note.On)));
    }

    [Fact]
    public async Task The_operator_lists_who_is_late_and_who_was_reminded()
    {
        await using var test = await StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        Assert.Empty((await JsonAsync(http, "api/reporting/2030/late")).AsArray());
        await NoteAsync(test, "4601", "KPR_IDE");
        await NoteAsync(test, "4601", "KPR_IPL");
        test.Clock.AdvanceTo(At(1, 18));
        await test.Get<RemindSenders>().RunAsync(default);

        var late = (await JsonAsync(http, "api/reporting/2030/late")).AsArray();
        Assert.Equal([("0301", 3, 1), ("5001", 3, 1)], late.Select(one => ((string)one!["sender"]!, (int)one["daysLate"]!, (int)one["reminders"]!)));
        Assert.Contains("\"0301\";\"Oslo\";2030;2031-01-15;3;", await http.GetStringAsync(new Uri("api/reporting/2030/late?format=csv", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(2, (await JsonAsync(http, "api/reporting/2030/reminders")).AsArray().Count);
        Assert.Empty((await JsonAsync(http, "api/reporting/2012/late")).AsArray());
    }

    [Fact]
    public async Task A_calendar_that_is_malformed_stops_the_timer_and_says_which_row()
    {
        await using var test = await StartAsync(Calendar + "\n2030;care-report;frist;i går;i dag;x\n");

        Assert.Contains("row 5", (await Assert.ThrowsAsync<InvalidDataException>(() => test.Get<RemindSenders>().RunAsync(default))).Message, StringComparison.Ordinal);
    }

    private static async Task<TestSystem> StartAsync(string calendar = Calendar)
    {
        var test = await TestSystem.StartAsync(TestSystem.Only(type => type == typeof(Kpr.Functions.Senders.Triggers.ReportingHttp)));
        var reference = test.System.Storage.Landing.GetBlobContainerClient(Containers.Reference);
        await reference.GetBlobClient("senders.csv").UploadAsync(BinaryData.FromString("sender;name\n0301;Oslo\n4601;Bergen\n5001;Trondheim\n889640782;Helfo\n"));
        await reference.GetBlobClient(ReportingCalendar.FileName).UploadAsync(BinaryData.FromString(calendar));
        return test;
    }

    private static Task NoteAsync(TestSystem test, string sender, string shipment)
    {
        var receipt = new Receipt
        {
            File = new ReceiptFile("a.xml", null, 1, LateList.Feed, null, null, sender, null),
            Status = ReceiptStatus.Accepted,
            ReceivedAt = At(1, 2).UtcDateTime,
            CompletedAt = At(1, 2).UtcDateTime,
            Counts = new ReceiptCounts(1, 1, 0, 0, 0),
            Rules = new Dictionary<string, long>(),
            Findings = [],
            FindingsTruncated = false,
        };
        return test.Get<DeliveryLog>().NoteAsync(
            new FileRow { PartitionKey = IncomingFile.Hash(sender, shipment), ReceivedAt = At(1, 2) },
            new IncomingFile.Address(Feeds.Find("care-report") ?? Feeds.All[0], sender, "a.xml"), receipt, "x",
            new Brought { Report = new AnnualPart(DataYear, 1, shipment) }, default);
    }

    private static DateTimeOffset At(int month, int day) => new(2031, month, day, 12, 0, 0, TimeSpan.Zero);

    private static async Task<JsonNode> JsonAsync(HttpClient http, string path) => JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
