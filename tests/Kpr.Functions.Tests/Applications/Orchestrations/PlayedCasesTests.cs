using Kpr.Functions.Tests.Crash;
using Kpr.Functions.Applications.Orchestrations.Triggers;
using Kpr.Local.Playing;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

public sealed class PlayedCasesTests
{
    [Fact]
    public async Task The_shipped_cases_played_together_on_the_system_have_the_events_that_the_rules_alone_give()
    {
        var play = ShippedPlays.Together();
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);
        var (_, events) = await played.GiveAsync();

        Assert.Equal(Sorted(await PlayedSystem.ByRulesAsync(play)), Sorted(events));
    }

    [Fact]
    public async Task Nudges_that_are_lost_delay_nothing_that_time_brings_about()
    {
        var play = PlayedSystem.Read(PlayedScenarios.Asked);
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);

        // The flow is begun by hand; the nudges of the whole play stay in their queue.
        var (_, events) = await played.GiveAsync(functions: type => type != typeof(NudgeCase), begin: "C");

        Assert.Contains(events, line => line.Contains("applicant-reminded", StringComparison.Ordinal));
        Assert.Equal(await PlayedSystem.ByRulesAsync(play), events);
    }

    [Fact]
    public async Task Nudges_that_come_late_or_many_times_change_nothing()
    {
        var play = PlayedSystem.Read(PlayedScenarios.Asked);
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);
        await played.GiveAsync(functions: type => type != typeof(NudgeCase), begin: "C");
        var before = await played.ImageAsync();
        await played.NudgeAsync("C", times: 20);

        Assert.Equal(before, await played.ImageAsync());
    }

    [Fact]
    public async Task Broken_off_at_sampled_calls_and_given_again_a_case_ends_with_the_same_events_and_letters()
    {
        var matrix = await PlayedCrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync, PlayedSystem.Read(PlayedScenarios.Asked));
        Assert.InRange(matrix.Calls, 100, 5_000);
        Assert.DoesNotContain(matrix.Undisturbed, line => line.StartsWith("outbox ", StringComparison.Ordinal));
        foreach (var point in StopPoint.SampleOf(matrix.Calls, 6, seed: 20260901))
        {
            Assert.Empty(await matrix.TryAsync(point));
        }
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);
}
