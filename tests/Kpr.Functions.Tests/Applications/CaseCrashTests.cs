using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Applications;

public sealed class CaseCrashTests(ITestOutputHelper output)
{
    private const string Id = "sak-0000000000000001";

    [Fact]
    public async Task Broken_off_at_any_call_and_sent_again_the_case_ends_with_the_same_events_lists_and_notices()
    {
        var (calls, expected) = await PlayAsync(0, IoPhase.Before);
        Assert.InRange(calls, 20, 200);
        for (var call = 1L; call <= calls; call++)
        {
            foreach (var phase in new[] { IoPhase.Before, IoPhase.After })
            {
                var (_, image) = await PlayAsync(call, phase);
                Assert.True(expected == image, $"{phase} call {call}:\n{image}\n--- not\n{expected}");
            }
        }

        output.WriteLine($"{calls} calls, each broken on both sides.");
    }

    // Plays a case; at a call the process dies, and another does it all again, as senders do who got no answer.
    private static async Task<(long Calls, string Image)> PlayAsync(long call, IoPhase phase)
    {
        var account = await SharedAzurite.NextAccountAsync();
        await CaseParts.PrepareAsync(account);
        var clock = new FixedClock();
        var io = new IoSwitch();
        if (call > 0)
        {
            io.StopAt(call, phase);
        }

        var (nudges, notices) = (new RecordedDelivery(OutboxKind.Nudge), new RecordedDelivery(OutboxKind.Notices));
        IoSwitch.Share(io, account.Name);
        using (var parts = CaseParts.On(account, clock, nudges, notices))
        {
            try
            {
                await CommandsAsync(parts);
            }
            catch (IoStopException)
            {
                Assert.True(call > 0);
            }
        }

        IoSwitch.Forget(account.Name);
        using var later = CaseParts.On(account, clock, nudges, notices);
        await CommandsAsync(later);
        clock.Advance(OutboxMarks.Settled);
        await later.Get<Outbox>().SweepAsync(CancellationToken.None);
        Assert.Empty(await later.Store.OutboxAsync(Id, CancellationToken.None));
        await WorkListTests.AssertListsAsync(later);
        return (io.Count, await ImageAsync(later, nudges, notices));
    }

    private static async Task CommandsAsync(CaseParts parts)
    {
        var (version, at) = (0L, 0);
        await DoAsync("start", new Start(ApplicationKind.Statistics));
        await DoAsync("save-draft", new SaveDraft(Filled.Statistics()));
        await DoAsync("attach", new Attach(Filled.Mockup, AttachmentKind.TableMockup, "mockup.pdf", "application/pdf", 1000, new string('a', 64)));
        version = (await parts.DoAsync(Actors.System, Id, "scan-attachment", new ScanAttachment(Filled.Mockup, ScanResult.Clean), "scan")).State.Version;
        await DoAsync("submit", new Submit());
        version = (await parts.DoAsync(Actors.Coordinator, Id, "start-intake", new StartIntake(), "intake", version)).State.Version;

        async Task DoAsync(string command, CaseCommand with)
        {
            var answer = await parts.DoAsync(Actors.Applicant, Id, command, with, $"key-{++at}", version);
            Assert.True(answer.IsDone, $"{command}: {answer.Outcome} {answer.Refusal?.English}");
            version = answer.State.Version;
        }
    }

    private static async Task<string> ImageAsync(CaseParts parts, RecordedDelivery nudges, RecordedDelivery notices)
    {
        var lines = new List<string>();
        await foreach (var (line, hash) in parts.Store.LinesAsync(Id, CancellationToken.None))
        {
            lines.Add($"{System.Text.Encoding.UTF8.GetString(line)} {hash}");
        }

        lines.AddRange(nudges.Delivered.Select(entry => entry.Id).Distinct().Order(StringComparer.Ordinal));
        lines.AddRange(notices.Delivered.SelectMany(entry => entry.Notices).Select(notice => notice.Id).Distinct().Order(StringComparer.Ordinal));
        return string.Join('\n', lines);
    }
}
