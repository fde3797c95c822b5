using System.Text;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Register.View;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.CareReport;
using Kpr.Core.Tests.Claims;
using Kpr.Core.Tests.SchoolHealth;
using Kpr.Functions.Tests.Persons;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>All feeds at once, with what corrects, annuls, credits, replaces and supersedes: whatever comes first, the same counts in the end.</summary>
public sealed class OrderOfArrivalTests(ITestOutputHelper output) : IAsyncLifetime
{
    private string _expected = "";

    public async Task InitializeAsync() => _expected = await ViewAsync(Deliveries());

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_current_view_of_every_feed_is_the_same_in_any_order(int seed)
    {
        output.WriteLine($"seed {seed}");
        var order = Deliveries();
        new Random(seed).Shuffle(order);

        Assert.Equal(_expected, await ViewAsync(order));
    }

    [Fact]
    public async Task The_current_view_of_every_feed_is_the_same_the_other_way_round() => Assert.Equal(_expected, await ViewAsync([.. Deliveries().Reverse()]));

    [Fact]
    public void The_view_holds_what_it_should()
    {
        var lines = _expected.Split('\n');
        Assert.Equal(["Annulled", "Annulled", "Counts", "Counts", "Replaced"], lines.Where(line => line.StartsWith("care-events", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal(2, lines.Count(line => line.StartsWith("care-report", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.StartsWith("school-health", StringComparison.Ordinal)));
        Assert.Equal(3 + 2, lines.Count(line => line.StartsWith("claims", StringComparison.Ordinal)));
    }

    // What counts, by the records' own ids and without where they came from; of events as the view has it.
    private static async Task<string> ViewAsync((string Name, byte[] Content)[][] deliveries)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "2")));
        foreach (var (number, delivery) in deliveries.Index())
        {
            foreach (var (name, content) in delivery)
            {
                await test.UploadAsync(name, content);
            }

            // Some come while others are at work.
            await (number % 2 == 0 ? test.SettleAsync() : Task.CompletedTask);
        }

        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromDays(1));
        await test.SettleAfterAsync(TimeSpan.FromDays(1));
        await test.AssertTidyAsync();
        var view = new List<string>();
        foreach (var manifest in await PersonWorld.ManifestsAsync(test))
        {
            var rows = await PersonWorld.RowsAsync(test, manifest.Partition + "/");
            var standing = manifest.Partition.StartsWith("care-events/", StringComparison.Ordinal) ? CurrentView.Of(rows.Select(EventOf), test.Clock.GetUtcNow()) : null;
            view.AddRange(rows.Select(row => $"{manifest.Partition} {row.PersonKey} {string.Join(';', row.Values)} {(standing is null ? "" : standing[Guid.Parse(row.Values[0]!)])}"));
        }

        return string.Join('\n', view.Order(StringComparer.Ordinal));
    }

    private static StoredEvent EventOf(Core.Register.SegmentRow row)
    {
        var layout = Core.Formats.Feeds.Find("care-events")!.Layout;
        string? Of(string column) => row.Values[layout.Columns.Index().First(one => one.Item.Name == column).Index] is { Length: > 0 } value ? value : null;
        return new StoredEvent(
            Guid.Parse(row.Values[0]!), Of("statusNotifikasjon")![0], Of("notifikasjonRef") is { } about ? Guid.Parse(about) : null,
            DateTimeOffset.Parse(Of("notifikasjonTid")!, System.Globalization.CultureInfo.InvariantCulture), 0, Of("tjenesteID"), true, DateTimeOffset.UnixEpoch);
    }

    private static (string Name, byte[] Content)[][] Deliveries() =>
    [
        One("care-events/0301/ny.xml", new CareEventDocument().Add().Add().Add().ToString()),
        One("care-events/0301/rettet.xml", new CareEventDocument().Raw(About(4, 'M', 1)).ToString()),
        One("care-events/0301/annullert.xml", new CareEventDocument().Raw(About(5, 'C', 2)).ToString()),
        One("school-health/0301/a.xml", new SchoolHealthDocument().Add().ToString()),
        One("school-health/0301/b.xml", new SchoolHealthDocument { Root = SchoolHealthDocument.Module.Root.Replace("lopenr=\"7\"", "lopenr=\"8\"", StringComparison.Ordinal) }.Raw(SchoolHealthDocument.Notification(2)).ToString()),
        One("care-report/0301/ide-1.xml", Report(CareReportShipment.Identity, 1, 3)),
        One("care-report/0301/ipl-1.xml", Report(CareReportShipment.Professional, 1, 3)),
        One("care-report/0301/ide-2.xml", Report(CareReportShipment.Identity, 2, 2)),
        One("care-report/0301/ipl-2.xml", Report(CareReportShipment.Professional, 2, 2)),
        One($"claims/{ClaimDocuments.Sender}/krav.json", ClaimDocuments.Json(new TestClaim(1))),
        One($"claims/{ClaimDocuments.Sender}/kreditert.json", ClaimDocuments.Json(new TestClaim(2) { Fid = TestClaim.Woman })),
        [.. DeliveredFiles.Of(DeliveredFiles.Make(1), "mai-1")],
        [.. DeliveredFiles.Of(DeliveredFiles.Make(2, supersedes: 1), "mai-2")],
    ];

    private static (string Name, byte[] Content)[] One(string name, string content) => [(name, Encoding.UTF8.GetBytes(content))];

    // The same service and person, told anew.
    private static string About(int number, char status, int original) => CareEventDocument.Notification(original)
        .Replace($"notifikasjonGUID=\"{CareEventDocument.Id(original)}\"", $"notifikasjonGUID=\"{CareEventDocument.Id(number)}\" notifikasjonRef=\"{CareEventDocument.Id(original)}\"", StringComparison.Ordinal)
        .Replace($"notifikasjonForrigeGUID=\"{(original == 1 ? Guid.Empty : CareEventDocument.Id(original - 1))}\"", $"notifikasjonForrigeGUID=\"{CareEventDocument.Id(number - 1)}\"", StringComparison.Ordinal)
        .Replace($"notifikasjonLopeNr=\"{original}\"", $"notifikasjonLopeNr=\"{number}\"", StringComparison.Ordinal)
        .Replace($"{CareEventDocument.Id(1000 + original)}", $"{CareEventDocument.Id(1000 + number)}", StringComparison.Ordinal)
        .Replace("statusNotifikasjon=\"N\"", $"statusNotifikasjon=\"{status}\"", StringComparison.Ordinal);

    private static string Report(CareReportShipment shipment, int serial, int records)
    {
        var document = CareReportDocument.Of(shipment, records);
        document.Ident = document.Ident.Replace("lopenr=\"1\"", $"lopenr=\"{serial}\"", StringComparison.Ordinal);
        document.Hode = document.Hode.Replace(CareReportDocument.Id(900 + (int)shipment).ToString(), CareReportDocument.Id((1000 * serial) + (int)shipment).ToString(), StringComparison.Ordinal);
        return document.ToString();
    }
}
