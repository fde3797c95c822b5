using System.Globalization;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Persons;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareReport;
using Kpr.Functions.Azure;
using Kpr.Functions.Persons;
using Kpr.Functions.Register.Memory;

namespace Kpr.Functions.Tests.Persons;

/// <summary>Deletion of a person of whom the annual report tells: who it is stands in one shipment, and what is known in the other, without number.</summary>
public sealed class ReportErasureTests
{
    private const CareReportShipment Ide = CareReportShipment.Identity;
    private const CareReportShipment Ipl = CareReportShipment.Professional;

    private static readonly string Her = CareReportDocument.Number(1);

    private static readonly Func<Local.LocalSystemOptions, Local.LocalSystemOptions> SmallChunks = TestSystem.With(("Kpr:Ingest:ChunkRecords", "2"));

    [Fact]
    public async Task Deletion_reaches_both_shipments_and_the_memory_and_nobody_else()
    {
        await using var test = await TestSystem.StartAsync(SmallChunks);
        await PersonWorld.TakeAsync(test, [File(Ide), File(Ipl)]);
        Assert.Equal(3, (await PersonWorld.RowsAsync(test)).Count);
        Assert.Contains(await PlacesOfAsync(test, 1), place => place.StartsWith("archive/", StringComparison.Ordinal));

        await PersonWorld.EraseAsync(test, Her);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Empty(await PlacesOfAsync(test, 1));
        Assert.Empty(await PersonWorld.PlacesOfAsync(test, Her));
        Assert.Equal(2, (await PersonWorld.RowsAsync(test)).Count);
        Assert.NotEmpty(await PlacesOfAsync(test, 2));
        Assert.Equal(0, await ForgetAsync(test, 1));
        Assert.Equal(2, await ForgetAsync(test, 2));
        await test.AssertTidyAsync();
    }

    [Theory]
    [InlineData(Ide, Ipl)]
    [InlineData(Ipl, Ide)]
    public async Task A_person_deleted_while_the_first_shipment_is_held_is_not_stored_with_the_second(CareReportShipment first, CareReportShipment second)
    {
        await using var test = await TestSystem.StartAsync(SmallChunks);
        await PersonWorld.TakeAsync(test, [File(first)]);
        var decision = await PersonWorld.EraseAsync(test, Her);
        Assert.Equal(1, await test.Get<ApplyDecisions>().RunAsync(default));
        Assert.Equal(PersonDecisionState.Waiting, (await PersonWorld.FindAsync(test, decision)).State);

        await PersonWorld.TakeAsync(test, [File(second)]);
        Assert.DoesNotContain(await PlacesOfAsync(test, 1), place => place.StartsWith("register/", StringComparison.Ordinal));
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Empty(await PlacesOfAsync(test, 1));
        Assert.Empty(await PersonWorld.PlacesOfAsync(test, Her));
        Assert.Equal(2, (await PersonWorld.RowsAsync(test)).Count);
        Assert.Equal(new ReceiptCounts(3, 3, 0, 0, 0), (await test.ReceiptAsync($"care-report/0301/{CareReportEnvelope.NameOf(second)}.xml")).Counts);
        Assert.Equal(0, await ForgetAsync(test, 1));
    }

    [Fact]
    public async Task A_person_whose_number_yields_no_key_is_found_by_the_number_alone()
    {
        const string Passport = "PX4471209";
        await using var test = await TestSystem.StartAsync(SmallChunks);
        await PersonWorld.TakeAsync(test, [File(Ide, ide => ide.Replace($"fid=\"{Her}\" typeID=\"1\"", $"fid=\"{Passport}\" typeID=\"4\"", StringComparison.Ordinal)), File(Ipl)]);
        Assert.Equal("", Assert.Single(await PersonWorld.RowsAsync(test), row => row.Values[0] == $"{CareReportDocument.Id(1)}").PersonKey);

        await PersonWorld.EraseAsync(test, Passport);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Equal(2, (await PersonWorld.RowsAsync(test)).Count);
        Assert.Empty(await PlacesOfAsync(test, 1));
    }

    [Fact]
    public async Task A_rejected_person_leaves_quarantine_and_so_does_the_user_who_was_rejected_for_it()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "2"), ("Kpr:Ingest:AfterCompletion", "Delete")));
        await PersonWorld.TakeAsync(test, [File(Ide, ide => ide.Replace("brukerNr=\"B1\"", $"brukerNr=\"{CareReportDocument.Number(9)}\"", StringComparison.Ordinal)), File(Ipl)]);
        Assert.Equal(2, (await PlacesOfAsync(test, 1)).Count(place => place.StartsWith("quarantine/", StringComparison.Ordinal)));

        await PersonWorld.EraseAsync(test, Her);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Empty(await PlacesOfAsync(test, 1));
        Assert.Equal(2, (await PersonWorld.RowsAsync(test)).Count);
    }

    private static (string Name, byte[] Content) File(CareReportShipment shipment, Func<string, string>? change = null)
    {
        var text = CareReportDocument.Of(shipment).ToString();
        return ($"care-report/0301/{CareReportEnvelope.NameOf(shipment)}.xml", System.Text.Encoding.UTF8.GetBytes(change is null ? text : change(text)));
    }

    // By the sender's own id, receipts aside: they tell of findings by that id, and are never changed.
    private static async Task<IReadOnlyList<string>> PlacesOfAsync(TestSystem test, int number) =>
        [.. (await PersonWorld.PlacesOfTextAsync(test, CareReportDocument.Id(number).ToString("D", CultureInfo.InvariantCulture)))
            .Where(place => !place.StartsWith($"{Containers.Receipts}/", StringComparison.Ordinal) && !place.EndsWith("/findings.jsonl", StringComparison.Ordinal))];

    private static Task<long> ForgetAsync(TestSystem test, int number) =>
        test.Get<ForgetRecords>().RunAsync("care-report", new HashSet<Guid> { CareReportDocument.Id(number) }, byId: false, default);
}
