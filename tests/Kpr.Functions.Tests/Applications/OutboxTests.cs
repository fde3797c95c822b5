using Azure;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;

namespace Kpr.Functions.Tests.Applications;

public sealed class OutboxTests
{
    private const string Id = "sak-0000000000000001";

    [Fact]
    public async Task What_cannot_be_delivered_waits_for_the_sweep_and_the_command_is_carried_out_all_the_same()
    {
        var nudges = new RecordedDelivery(OutboxKind.Nudge) { Fails = () => new RequestFailedException(503, "Busy.") };
        using var parts = await CaseParts.StartAsync(nudges);
        await CaseStoreTests.DraftAsync(parts);
        Assert.Equal([OutboxKind.Nudge, OutboxKind.Nudge], (await parts.Store.OutboxAsync(Id, CancellationToken.None)).Select(entry => entry.Kind));

        nudges.Fails = null;
        Assert.Equal(0, await parts.Get<Outbox>().SweepAsync(CancellationToken.None));
        parts.Clock.Advance(OutboxMarks.Settled);
        Assert.Equal(2, await parts.Get<Outbox>().SweepAsync(CancellationToken.None));

        Assert.Equal([$"{Id}/1/nudge", $"{Id}/3/nudge"], nudges.Delivered.Select(entry => entry.Id));
        Assert.Empty(await parts.Store.OutboxAsync(Id, CancellationToken.None));
        Assert.DoesNotContain(await parts.RowsAsync(ListStore.Table, "Since"), row => row.StartsWith("outbox-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notices_are_written_with_the_command_under_ids_that_follow_from_its_events()
    {
        var notices = new RecordedDelivery(OutboxKind.Notices);
        using var parts = await CaseParts.StartAsync(notices);
        await CaseStoreTests.DraftAsync(parts, Filled.Statistics(), ApplicationKind.Statistics);
        Assert.Empty(notices.Delivered);
        await parts.DoAsync(Actors.Applicant, Id, "attach", new Attach(Filled.Mockup, AttachmentKind.TableMockup, "mockup.pdf", "application/pdf", 1000, new string('a', 64)));
        await parts.DoAsync(Actors.System, Id, "scan-attachment", new ScanAttachment(Filled.Mockup, ScanResult.Clean));
        var submitted = await parts.DoAsync(Actors.Applicant, Id, "submit");

        var entry = Assert.Single(notices.Delivered);
        Assert.Equal(submitted.Events[0].Sequence, entry.First);
        Assert.Equal([$"{Id}/{entry.First}/Applicant/-", $"{Id}/{entry.First}/Coordinator/-"], entry.Notices.Select(notice => notice.Id));
    }

    [Fact]
    public async Task A_mark_set_again_since_the_sweep_looked_stays()
    {
        using var parts = await CaseParts.StartAsync(new RecordedDelivery(OutboxKind.Nudge));
        await CaseStoreTests.DraftAsync(parts);
        parts.Clock.Advance(OutboxMarks.Settled);
        var marks = parts.Get<OutboxMarks>();
        OutboxMarks.Mark? seen = null;
        await foreach (var mark in marks.AllAsync(CancellationToken.None))
        {
            seen = mark;
        }

        await marks.SetAsync(Id, CancellationToken.None);
        await marks.ClearAsync(seen!, CancellationToken.None);

        Assert.Contains(await parts.RowsAsync(ListStore.Table, "Since"), row => row.StartsWith("outbox-", StringComparison.Ordinal));
    }
}
