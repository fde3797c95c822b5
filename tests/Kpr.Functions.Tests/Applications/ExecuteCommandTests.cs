using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Timers;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Applications;

public sealed class ExecuteCommandTests
{
    private const string Id = "sak-0000000000000001";

    [Fact]
    public async Task Of_commands_that_know_the_same_version_one_is_carried_out_and_the_others_are_told_the_new_state()
    {
        using var parts = await CaseParts.StartAsync();
        await CaseStoreTests.DraftAsync(parts);
        var version = (await parts.Store.LoadAsync(Id, CancellationToken.None)).State.Version;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            parts.DoAsync(Actors.Applicant, Id, "invite-editor", new InviteEditor($"editor-{i}"), expected: version)));

        var done = Assert.Single(answers, answer => answer.Outcome == CommandOutcome.Done);
        Assert.All(answers.Except([done]), answer =>
        {
            Assert.Equal(CommandOutcome.Outdated, answer.Outcome);
            Assert.Equal(version + 1, answer.State.Version);
            Assert.Equal(done.State.Editors, answer.State.Editors);
        });
    }

    [Fact]
    public async Task Commands_that_take_any_version_are_all_carried_out_one_after_the_other()
    {
        using var parts = await CaseParts.StartAsync();
        await CaseStoreTests.DraftAsync(parts);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => parts.DoAsync(Actors.Applicant, Id, "invite-editor", new InviteEditor($"editor-{i}"))));

        Assert.All(answers, answer => Assert.Equal(CommandOutcome.Done, answer.Outcome));
        Assert.Equal(6, answers.Select(answer => answer.State.Version).Distinct().Count());
        Assert.Equal(6, (await parts.Store.LoadAsync(Id, CancellationToken.None)).State.Editors.Count);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_answer_also_when_the_case_has_gone_on()
    {
        using var parts = await CaseParts.StartAsync();
        await CaseStoreTests.DraftAsync(parts);
        var version = (await parts.Store.LoadAsync(Id, CancellationToken.None)).State.Version;
        var first = await parts.DoAsync(Actors.Applicant, Id, "invite-editor", new InviteEditor("editor-1"), "key-1", version);
        await parts.DoAsync(Actors.Applicant, Id, "remove-editor", new RemoveEditor("editor-1"));

        var again = await parts.DoAsync(Actors.Applicant, Id, "invite-editor", new InviteEditor("editor-1"), "key-1", version);
        var anyVersion = await parts.DoAsync(Actors.Applicant, Id, "invite-editor", new InviteEditor("editor-1"), "key-1");
        var other = await parts.DoAsync(Actors.Applicant, Id, "invite-editor", new InviteEditor("editor-2"), "key-1", version);

        Assert.Equal(CommandOutcome.Repeated, again.Outcome);
        Assert.Equal(CommandOutcome.Repeated, anyVersion.Outcome);
        Assert.Equal(CaseJson.Snapshot(first.State), CaseJson.Snapshot(again.State));
        Assert.Equal(first.Events, again.Events);
        Assert.Equal(CommandOutcome.KeyInUse, other.Outcome);
        Assert.Empty((await parts.Store.LoadAsync(Id, CancellationToken.None)).State.Editors);
    }

    [Fact]
    public async Task A_double_click_is_carried_out_once()
    {
        using var parts = await CaseParts.StartAsync();
        await CaseStoreTests.DraftAsync(parts);
        var version = (await parts.Store.LoadAsync(Id, CancellationToken.None)).State.Version;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => parts.DoAsync(Actors.Applicant, Id, "invite-editor", new InviteEditor("editor-1"), "click")));

        Assert.Single(answers, answer => answer.Outcome == CommandOutcome.Done);
        Assert.Equal(7, answers.Count(answer => answer.Outcome == CommandOutcome.Repeated));
        Assert.Equal(version + 1, (await parts.EventsAsync(Id)).Count);
    }

    [Fact]
    public async Task A_start_sent_twice_makes_one_case()
    {
        using var parts = await CaseParts.StartAsync();
        var id = CaseId.Of("applicant-1", "key");
        var first = await parts.DoAsync(Actors.Applicant, id, "start", new Start(ApplicationKind.Statistics), "key");
        var again = await parts.DoAsync(Actors.Applicant, id, "start", new Start(ApplicationKind.Statistics), "key");

        Assert.Equal((CommandOutcome.Done, CommandOutcome.Repeated), (first.Outcome, again.Outcome));
        Assert.Equal(first.State.Version, again.State.Version);
        Assert.True(CaseId.IsPossible(id));
    }

    [Fact]
    public async Task A_stranger_learns_nothing_by_guessing_versions_and_keys()
    {
        using var parts = await CaseParts.StartAsync();
        await CaseStoreTests.DraftAsync(parts);
        foreach (var (id, expected) in new (string, long?)[] { (Id, null), (Id, 1), (Id, 99), ("sak-unknown", null), ("sak-unknown", 1) })
        {
            var answer = await parts.DoAsync(Actors.Stranger, id, "submit", expected: expected);
            Assert.Equal((CommandOutcome.Refused, Refusals.NotYours.Number), (answer.Outcome, answer.Refusal!.Number));
        }
    }

    [Fact]
    public async Task The_clock_does_what_is_due_through_the_same_door()
    {
        using var parts = await CaseParts.StartAsync();
        await CaseStoreTests.DraftAsync(parts);
        parts.Clock.Advance(TimeSpan.FromDays(170));
        var execute = parts.Get<ExecuteCommand>();

        var warned = await execute.RunAsync(Id, new Advance(), Actor.Clock, null, null, CancellationToken.None);
        var again = await execute.RunAsync(Id, new Advance(), Actor.Clock, null, null, CancellationToken.None);

        Assert.Contains(warned.Events, recorded => recorded.Event is DraftExpiryWarned);
        Assert.Equal(CommandOutcome.Nothing, again.Outcome);
    }

    [Fact]
    public async Task Commands_on_different_cases_do_not_wait_for_each_other()
    {
        using var parts = await CaseParts.StartAsync();
        await CaseStoreTests.DraftAsync(parts);
        await parts.DoAsync(Actors.Applicant, "sak-other", "start", new Start(ApplicationKind.Statistics));
        using var reached = new SemaphoreSlim(0);
        var held = new TaskCompletionSource();
        var io = new IoSwitch();
        io.OnCall = (call, phase) =>
        {
            // The append of the one case stands still in the middle of its call.
            if (phase == IoPhase.Before && call.Target.Contains("$batch", StringComparison.Ordinal) && reached.CurrentCount == 0 && !held.Task.IsCompleted)
            {
                reached.Release();
                held.Task.Wait(TimeSpan.FromSeconds(30));
            }
        };
        IoSwitch.Share(io, parts.Account.Name);
        using var slow = CaseParts.On(parts.Account, parts.Clock);
        var waiting = Task.Run(() => slow.DoAsync(Actors.Applicant, Id, "invite-editor", new InviteEditor("editor-1")));
        Assert.True(await reached.WaitAsync(TimeSpan.FromSeconds(20)));
        IoSwitch.Forget(parts.Account.Name);

        var other = await parts.DoAsync(Actors.Applicant, "sak-other", "invite-editor", new InviteEditor("editor-1"));
        Assert.Equal((CommandOutcome.Done, false), (other.Outcome, waiting.IsCompleted));
        held.SetResult();
        Assert.Equal(CommandOutcome.Done, (await waiting).Outcome);
    }
}
