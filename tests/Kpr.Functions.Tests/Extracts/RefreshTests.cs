using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package.Comparison;
using Kpr.Core.Tests.Cases;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Persons;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Tests.Persons;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>The same extract again, under a later decision, and what is told of the difference.</summary>
public sealed class RefreshTests
{
    private static readonly string Later = new('b', 32);

    [Fact]
    public async Task A_later_extract_of_a_project_is_compared_with_the_delivery_before_it_in_numbers_until_the_project_is_over()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test);
        var everybody = ExtractWorld.Of(new ExtractedPopulation());
        await world.OrderAsync(everybody);
        await test.SettleAsync();

        // The first has nothing to be compared with; sums of it are there.
        Assert.Equal((ExtractStatus.Prepared, null), ((await world.StateAsync()).Status, (await world.StateAsync()).ComparedWith));
        Assert.Null(await world.Get<ExtractStore>().FindFileAsync(ExtractWorld.Id, CompareExtract.Json, default));
        Assert.Equal(
            ["codebook.sealed", "persons.sealed", "rows/diagnose.sealed", "rows/regning.sealed"],
            (await SumsAsync(test)).Select(name => name[$"sums/{ExtractWorld.Case}/{ExtractWorld.Id}/".Length..]));
        await world.ReleaseAsync();
        await test.SettleAsync();
        Assert.Equal(ExtractStatus.Delivered, (await world.StateAsync()).Status);
        var before = await world.OpenAsync();

        // The delivery expires, and the register goes on: a credit and new claims come, one person is deleted and one has another number.
        test.Clock.Advance(TimeSpan.FromDays(31));
        await world.Get<SweepExtracts>().RunAsync(default);
        Assert.Empty(await test.ListAsync(Containers.Deliveries));
        await ChangeRegisterAsync(test);
        await world.BeginLaterCaseAsync();
        await world.OrderAsync(everybody with { Case = ExtractWorld.LaterCase }, Later);
        await test.SettleAsync();

        var state = await world.StateAsync(Later);
        Assert.True(state.Status == ExtractStatus.Prepared, $"{state.Status} {state.Message}");
        Assert.Equal(ExtractWorld.Id, state.ComparedWith);
        var diff = JsonNode.Parse(await world.Get<ExtractStore>().FindFileAsync(Later, CompareExtract.Json, default))!;
        foreach (var (table, keys) in ((string, int[])[])[("regning", [1]), ("diagnose", [0, 1])])
        {
            var now = await test.OpenAsync(Containers.Prepared, $"{Later}/files/{table}.csv.sealed");
            var expected = Compared(before[$"{table}.csv"], now, keys);
            Assert.Equal(expected, diff["tables"]!.AsArray().Single(one => (string)one!["table"]! == table)!["rows"]!.Deserialize<RowFigures>(JsonSerializerOptions.Web));
            Assert.True(expected is { Added: > 0, Removed: > 0, Same: > 10 }, $"{table}: {expected}");
        }

        // Of two numbers one person: her rows have another key now. The deleted one is gone, and the new one is new.
        Assert.Equal(new RowFigures(2, 2, 0, 13), diff["persons"]!.Deserialize<RowFigures>(JsonSerializerOptions.Web));
        Assert.Equal(ExtractWorld.People[6].Claims, (int)diff["tables"]![0]!["rows"]!["changed"]!);
        var text = Encoding.UTF8.GetString((await world.Get<ExtractStore>().FindFileAsync(Later, CompareExtract.Text, default))!);
        Assert.Contains("Personer: 2 nye, 2 borte, 13 i begge", text, StringComparison.Ordinal);
        Assert.DoesNotContain(state.Files!, file => file.Name.StartsWith("diff", StringComparison.Ordinal));

        // Nobody stands in what is kept, not even when it is opened.
        var persons = ExtractWorld.Rows(before["regning.csv"]).Select(row => row["person_lnr"]).Concat(ExtractWorld.People.Select(person => PersonWorld.KeyOf(person.Number))).ToHashSet();
        foreach (var name in await SumsAsync(test))
        {
            var content = Encoding.Latin1.GetString(await test.OpenAsync(Containers.Projects, name));
            Assert.DoesNotContain(persons, person => content.Contains(person, StringComparison.Ordinal));
        }

        // What is given up leaves no sums; those of the delivery go with the secret.
        await world.Get<ExtractStore>().ChangeStateAsync(Later, now => now with { Status = ExtractStatus.Withdrawn, Message = "Trukket." }, default);
        await world.Get<TellPreparation>().SendAsync(Later, ExtractStatus.Withdrawn, default);
        await test.SettleAsync();
        Assert.All(await SumsAsync(test), name => Assert.Contains(ExtractWorld.Id, name, StringComparison.Ordinal));
        Assert.NotEmpty(await SumsAsync(test));
        await world.MoveAsync(played => played.Do(Actors.Applicant, new ConfirmReceipt(), new EndUse()));
        test.Clock.Advance(TimeSpan.FromDays(1500));
        await world.Get<SweepExtracts>().RunAsync(default);
        Assert.Empty(await test.ListAsync(Containers.Projects, "secrets/"));
        Assert.Empty(await SumsAsync(test));
    }

    private static Task<IReadOnlyList<string>> SumsAsync(TestSystem test) => test.ListAsync(Containers.Projects, "sums/");

    private static async Task ChangeRegisterAsync(TestSystem test)
    {
        var (credited, erased, more, renumbered) = (ExtractWorld.People[1], ExtractWorld.People[2], ExtractWorld.People[4], ExtractWorld.People[6]);
        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/later.json", ClaimDocuments.Json(
            new TestClaim(2) { Kreditering = true, Belop = "-180.50", Fid = credited.Number, Tidspunkt = "2026-01-02T10:01:00+01:00" },
            new TestClaim(901) { Fid = more.Number, Tidspunkt = "2026-03-20T09:00:00+01:00" },
            new TestClaim(902) { Fid = TestClaim.Woman, Tidspunkt = "2026-03-21T09:00:00+01:00" }));
        await test.SettleAsync();
        await PersonWorld.EraseAsync(test, erased.Number);
        Assert.NotNull((await test.Get<DecideAboutPersons>().LinkAsync(new PersonRequest(PersonWorld.CaseNumber, renumbered.Number, NewNumber: TestClaim.Man), "test", default)).Decision);
    }

    // What the rows themselves say, by the columns that are the key.
    private static RowFigures Compared(byte[] before, byte[] now, int[] keys)
    {
        var (old, later, figures) = (ByKey(before, keys), ByKey(now, keys), new RowFigures(0, 0, 0, 0));
        foreach (var key in old.Select(rows => rows.Key).Union(later.Select(rows => rows.Key)))
        {
            var (gone, come) = (old[key].ToList(), later[key].ToList());
            var same = gone.Count(come.Remove);
            var left = gone.Count - same;
            var changed = Math.Min(left, come.Count);
            figures = new RowFigures(figures.Added + come.Count - changed, figures.Removed + left - changed, figures.Changed + changed, figures.Same + same);
        }

        return figures;
    }

    private static ILookup<string, string> ByKey(byte[] csv, int[] keys) =>
        Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToLookup(line => string.Join(',', keys.Select(key => line.Split(',')[key])));
}
