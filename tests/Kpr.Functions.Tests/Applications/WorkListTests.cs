using Azure;
using Azure.Data.Tables;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;

namespace Kpr.Functions.Tests.Applications;

public sealed class WorkListTests
{
    [Fact]
    public void A_case_stands_in_the_lists_of_those_it_concerns_by_the_day_that_concerns_them()
    {
        var state = new TestCase().Ordered("kpr", "npr").State;
        var lists = WorkLists.Of(state);

        Assert.Equal(
            new[]
            {
                ListKey.Of(Role.Applicant, Actors.Applicant.Subject), ListKey.Of(Role.Auditor), ListKey.Of(Role.Controller, Actors.ControllerNumber), ListKey.Of(Role.Coordinator),
                ListKey.Of(Role.Decider), ListKey.Of(Role.Finance, "hds"), ListKey.Of(Role.Handler), ListKey.Of(Role.Handler, Actors.Handler.Subject), ListKey.Of(Role.Linker, RegisterTable.Fhi),
                ListKey.Of(Role.Register, "kpr"), ListKey.Of(Role.Register, "npr"),
            }.Order(StringComparer.Ordinal),
            lists.Keys.Select(place => place.List).Order(StringComparer.Ordinal));
        var handler = lists.Single(place => place.Key.List == ListKey.Of(Role.Handler)).Value;
        Assert.Equal("make-available", handler.Clock);
        var register = lists.Single(place => place.Key.List == ListKey.Of(Role.Register, "kpr"));
        Assert.Equal("order-delivery/kpr-1", register.Value.Clock);
        Assert.True(register.Value.YourTurn);
        Assert.StartsWith(register.Value.Due!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), register.Key.Row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_is_in_no_list_but_its_writers_and_a_restricted_case_in_no_pool()
    {
        var draft = new TestCase().Draft(Filled.PersonLevel()).Do(Actors.Applicant, new InviteEditor(Actors.Editor.Subject)).State;
        Assert.Equal(
            new[] { ListKey.Of(Role.Applicant, Actors.Applicant.Subject), ListKey.Of(Role.Applicant, Actors.Editor.Subject) }.Order(StringComparer.Ordinal),
            WorkLists.Of(draft).Keys.Select(place => place.List).Order(StringComparer.Ordinal));

        var restricted = new TestCase().Review().Do(Actors.Coordinator, new RestrictCase(true, "Skjermes.")).State;
        Assert.DoesNotContain(WorkLists.Of(restricted).Keys, place => place.List == ListKey.Of(Role.Handler));
        Assert.Contains(WorkLists.Of(restricted).Keys, place => place.List == ListKey.Of(Role.Handler, Actors.Handler.Subject));
    }

    [Fact]
    public async Task Lists_are_paged_with_the_overdue_first()
    {
        using var parts = await CaseParts.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add($"sak-{i}");
            await parts.DoAsync(Actors.Applicant, ids[i], "start", new Start(ApplicationKind.Statistics));
            parts.Clock.Advance(TimeSpan.FromDays(1));
        }

        parts.Clock.Advance(TimeSpan.FromDays(10));

        // The first is written to again, and so its draft is kept longest.
        await parts.DoAsync(Actors.Applicant, ids[0], "save-draft", new SaveDraft(Filled.Statistics()));
        var list = ListKey.Of(Role.Applicant, Actors.Applicant.Subject);
        var (first, next) = await parts.Get<ListStore>().PageAsync(list, null, 3, CancellationToken.None);
        var (second, end) = await parts.Get<ListStore>().PageAsync(list, next, 3, CancellationToken.None);
        var (third, over) = await parts.Get<ListStore>().PageAsync(list, end, 3, CancellationToken.None);

        Assert.Equal([.. ids.Skip(1), ids[0]], first.Concat(second).Concat(third).Select(entry => entry.Case));
        Assert.Null(over);
        Assert.Equal("Fastlegekontakter", third[^1].Title);
    }

    [Fact]
    public async Task Lists_agree_with_the_cases_after_many_changes_at_once()
    {
        using var parts = await CaseParts.StartAsync();
        using var other = CaseParts.On(parts.Account, parts.Clock);
        await CaseStoreTests.DraftAsync(parts);
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            var side = i % 2 == 0 ? parts : other;
            var subject = $"editor-{i % 3}";
            await (i % 4 < 2
                ? side.DoAsync(Actors.Applicant, "sak-0000000000000001", "invite-editor", new InviteEditor(subject))
                : side.DoAsync(Actors.Applicant, "sak-0000000000000001", "remove-editor", new RemoveEditor(subject)));
        }));

        await AssertListsAsync(parts);
    }

    [Fact]
    public async Task Lists_are_made_anew_from_events()
    {
        using var parts = await CaseParts.StartAsync();
        await CaseStoreTests.DraftAsync(parts);
        var table = new TableServiceClient(parts.Account.ConnectionString).GetTableClient(ListStore.Table);
        await foreach (var row in table.QueryAsync<TableEntity>("PartitionKey ge 'list-' and PartitionKey lt 'list.'"))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
        }

        await table.AddEntityAsync(new TableEntity(ListKey.Of(Role.Handler), WorkLists.Row(new DateOnly(2026, 1, 1), "sak-0000000000000001")) { ["Entry"] = "{}" });
        await table.AddEntityAsync(new TableEntity(ListKey.Of(Role.Handler), WorkLists.Row(null, "sak-gone")) { ["Entry"] = "{}" });

        Assert.Equal((1, 2), await parts.Get<ListStore>().RebuildAsync(CancellationToken.None));
        await AssertListsAsync(parts);
    }

    internal static async Task AssertListsAsync(CaseParts parts)
    {
        var expected = new List<string>();
        await foreach (var id in parts.Store.AllAsync(CancellationToken.None))
        {
            expected.AddRange(WorkLists.Of((await parts.Store.LoadAsync(id, CancellationToken.None)).State).Keys.Select(place => $"{place.List} {place.Row}"));
        }

        var actual = (await parts.RowsAsync(ListStore.Table, "None")).Where(row => row.StartsWith("list-", StringComparison.Ordinal)).Select(row => row.TrimEnd());
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }
}
