using System.Security.Cryptography;
using Azure.Data.Tables;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Applications;

public sealed class CaseStoreTests
{
    private const string Id = "sak-0000000000000001";

    [Fact]
    public async Task What_is_appended_is_read_back_and_the_chain_holds()
    {
        using var parts = await CaseParts.StartAsync();
        await DraftAsync(parts, Filled.PersonLevel("kpr", "npr"));

        var stored = await parts.Store.LoadAsync(Id, CancellationToken.None);
        var events = await parts.EventsAsync(Id);
        Assert.Equal(CaseJson.Snapshot(CaseState.Fold(Id, events)), CaseJson.Snapshot(stored.State));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(recorded => (int)recorded.Sequence));
        Assert.Equal(events.Count, stored.State.Version);
        var lines = new List<(ReadOnlyMemory<byte>, string)>();
        await foreach (var (line, hash) in parts.Store.LinesAsync(Id, CancellationToken.None))
        {
            lines.Add((line, hash));
        }

        Assert.Null(EventChain.FindBreak(lines));
        Assert.Equal(stored.Hash, lines[^1].Item2);
        Assert.False((await parts.Store.LoadAsync("sak-unknown", CancellationToken.None)).Exists);
    }

    [Fact]
    public async Task Of_two_that_append_to_the_same_version_one_wins_and_the_other_writes_nothing()
    {
        using var parts = await CaseParts.StartAsync();
        await DraftAsync(parts);
        var before = await parts.Store.LoadAsync(Id, CancellationToken.None);
        var rows = await parts.RowsAsync(CaseStore.Table, "Hash");

        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => parts.Store.AppendAsync(Editors(before, i, 1), CancellationToken.None)));

        Assert.Single(won, true);
        Assert.Equal(rows.Count + 1, (await parts.RowsAsync(CaseStore.Table, "Hash")).Count);
        Assert.Equal(before.State.Version + 1, (await parts.EventsAsync(Id)).Count);
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_known_to_have_won()
    {
        using var parts = await CaseParts.StartAsync();
        await DraftAsync(parts);
        var io = new IoSwitch();
        var lost = 0;
        io.OnCall = (call, phase) =>
        {
            if (phase == IoPhase.After && call.Target.Contains("$batch", StringComparison.Ordinal) && Interlocked.Increment(ref lost) == 1)
            {
                throw new IOException("The connection was closed.");
            }
        };
        IoSwitch.Share(io, parts.Account.Name);
        using var other = CaseParts.On(parts.Account, parts.Clock);
        var before = await other.Store.LoadAsync(Id, CancellationToken.None);
        var won = await other.Store.AppendAsync(Editors(before, 1, 2), CancellationToken.None);
        IoSwitch.Forget(parts.Account.Name);

        Assert.True(won);
        Assert.Equal(2, lost);
        Assert.Equal(before.State.Version + 2, (await parts.EventsAsync(Id)).Count);
    }

    [Theory]
    [InlineData(20, "D0")]
    [InlineData(600, "D1")]
    [InlineData(4_000, "Blob")]
    public async Task A_case_of_any_size_is_stored_and_read_by_key(int variables, string column)
    {
        using var parts = await CaseParts.StartAsync();
        var random = new Random(4711);
        var content = Filled.PersonLevel() with
        {
            Sources = new SourcesSection([new RequestedSource("kpr", new DateOnly(2020, 1, 1), new DateOnly(2023, 12, 31),
                [.. Enumerable.Range(0, variables).Select(i => new RequestedVariable($"v{i}", Noise(random, 200)))])]),
        };
        await DraftAsync(parts, content);

        var stored = await parts.Store.LoadAsync(Id, CancellationToken.None);
        Assert.Equal(CaseJson.Text(content), CaseJson.Text(stored.State.Content));
        Assert.Equal(CaseJson.Text(content.Sources!), CaseJson.Text(Assert.Single((await parts.EventsAsync(Id)).Select(recorded => recorded.Event).OfType<DraftSaved>()).Sections.Sources!));
        var head = await new TableServiceClient(parts.Account.ConnectionString).GetTableClient(CaseStore.Table).GetEntityAsync<TableEntity>(Id, "head");
        Assert.True(head.Value.ContainsKey(column), string.Join(' ', head.Value.Keys));
    }

    [Fact]
    public async Task A_command_with_more_events_than_a_transaction_has_rows_is_still_one_transaction()
    {
        using var parts = await CaseParts.StartAsync();
        await DraftAsync(parts);
        var before = await parts.Store.LoadAsync(Id, CancellationToken.None);

        Assert.True(await parts.Store.AppendAsync(Editors(before, 0, 500), CancellationToken.None));

        var after = await parts.Store.LoadAsync(Id, CancellationToken.None);
        Assert.Equal(500, after.State.Editors.Count);
        Assert.Equal(CaseJson.Snapshot(CaseState.Fold(Id, await parts.EventsAsync(Id))), CaseJson.Snapshot(after.State));
    }

    [Fact]
    public async Task An_event_that_was_changed_in_storage_is_noticed()
    {
        using var parts = await CaseParts.StartAsync();
        await DraftAsync(parts);
        var table = new TableServiceClient(parts.Account.ConnectionString).GetTableClient(CaseStore.Table);
        var row = (await table.GetEntityAsync<TableEntity>(Id, "e-0000000001")).Value;
        row["D0"] = row.GetBinary("D0")!.Select(value => value == (byte)'8' ? (byte)'9' : value).ToArray();
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        await Assert.ThrowsAsync<InvalidDataException>(() => parts.EventsAsync(Id));
    }

    internal static async Task DraftAsync(CaseParts parts, ApplicationContent? content = null, ApplicationKind kind = ApplicationKind.PersonLevel)
    {
        Assert.Equal(CommandOutcome.Done, (await parts.DoAsync(Actors.Applicant, Id, "start", new Start(kind))).Outcome);
        Assert.Equal(CommandOutcome.Done, (await parts.DoAsync(Actors.Applicant, Id, "save-draft", new SaveDraft(content ?? Filled.PersonLevel()))).Outcome);
    }

    private static Commit Editors(StoredCase before, int seed, int count)
    {
        var events = Enumerable.Range(1, count).Select(i => new Recorded<CaseEvent>(
            before.State.Version + i, new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), Actors.Applicant, new EditorInvited($"editor-{seed}-{i}", true))).ToList();
        return new Commit(before, before.State.After(events), events, null, []);
    }

    private static string Noise(Random random, int length)
    {
        var bytes = new byte[length / 2];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(SHA512.HashData(bytes)) + Convert.ToHexStringLower(bytes);
    }
}
