using Kpr.LocalAzure.Durable;
using Kpr.LocalAzure.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Kpr.LocalAzure.Tests.Durable;

/// <summary>Who works on what: marks in the file, and locks that tell which hosts live.</summary>
public sealed class ClaimTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kpr-claims-");

    private string StateFile => Path.Combine(_folder.FullName, "state.db");

    [Fact]
    public void A_host_lives_until_it_lets_go_and_being_asked_after_changes_nothing()
    {
        using var asking = new HostLease(StateFile);
        string owner;
        using (var asked = new HostLease(StateFile))
        {
            Assert.True(asking.IsAlive(asked.Owner));
            Assert.True(asking.IsAlive(asked.Owner));
            owner = asked.Owner;
        }

        Assert.False(asking.IsAlive(owner));
        Assert.False(asking.IsAlive("nobody"));
    }

    [Fact]
    public void Files_of_hosts_that_were_killed_are_removed_by_the_next_and_no_others()
    {
        var (old, young) = (StateFile + ".killed.host", StateFile + ".beginning.host");
        File.WriteAllText(old, "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-1));
        File.WriteAllText(young, "");
        using var living = new HostLease(StateFile);
        File.SetLastWriteTimeUtc(StateFile + $".{living.Owner}.host", DateTime.UtcNow.AddHours(-1));
        using var next = new HostLease(StateFile);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.True(next.IsAlive(living.Owner));
    }

    [Fact]
    public void Two_hosts_do_not_claim_one_instance_and_what_a_dead_one_claimed_is_free()
    {
        using var one = Store();
        using (var other = Store())
        {
            Schedule(one);
            Assert.Single(other.ClaimInstances(4));
            one.FreeOrphans();
            Assert.Empty(one.ClaimInstances(4));
        }

        one.FreeOrphans();
        Assert.Single(one.ClaimInstances(4));
    }

    [Fact]
    public void Giving_back_a_run_that_is_gone_does_not_give_back_the_one_in_its_place()
    {
        using var store = Store();
        Schedule(store);
        var gone = Assert.Single(store.ClaimInstances(4));
        store.PurgeAll(new OrchestrationQuery());
        Schedule(store);
        Assert.Single(store.ClaimInstances(4));
        store.Release(gone);

        Assert.Empty(store.ClaimInstances(4));
    }

    [Fact]
    public void What_a_run_that_is_gone_has_done_is_not_written_down()
    {
        using var store = Store();
        Schedule(store);
        var gone = Assert.Single(store.ClaimInstances(4));
        store.PurgeAll(new OrchestrationQuery());
        Schedule(store);

        Assert.False(store.Commit(gone, Inbox.Of(gone), new EpisodeOutcome { Events = [new HistoryEvent(EventKind.ExecutionTerminated)] }));
        Assert.Empty(store.History("id"));
        Assert.Single(store.ClaimInstances(4));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private DurableStore Store() => new(Options.Create(new LocalHostOptions { StateFile = StateFile }), TimeProvider.System);

    private static void Schedule(DurableStore store) => Assert.True(store.Start("id", new HistoryEvent(EventKind.ExecutionStarted) { Name = "Flow" }, null, null, []));
}
