using Kpr.Functions.Preparation;
using Kpr.Functions.Statistics;
using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Tests.Statistics;

public sealed class TableFlowTests
{
    [Fact]
    public void Every_unit_is_counted_and_every_bucket_joined_before_the_table_is_finished()
    {
        var play = Play(units: 70, buckets: 3).Start("t1");

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "Done"), (play.Status, play.OutputAs<string>()));
        Assert.Equal(Enumerable.Range(0, 70), Numbers(play, nameof(CountTableUnit)));
        Assert.Equal(Enumerable.Range(0, 3), Numbers(play, nameof(JoinTableBucket)));
        Assert.Equal([nameof(FinishTable), nameof(ForgetCounting)], play.Calls.Select(call => call.Name).TakeLast(2));
    }

    [Fact]
    public void A_table_that_cannot_be_planned_ends_there()
    {
        var play = Play(units: 0, buckets: 0).Start("t1");

        Assert.Equal("Refused", play.OutputAs<string>());
        Assert.Equal([nameof(PlanTable)], play.Calls.Select(call => call.Name));
    }

    [Fact]
    public void An_outage_in_one_unit_is_waited_for_and_the_others_are_not_counted_again()
    {
        var tries = 0;
        var play = Play(units: 5, buckets: 1, unit: number => number == 3 && ++tries < 4 ? throw new HttpRequestException("no") : 0).Start("t1");
        play.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal((4, OrchestrationRuntimeStatus.Completed), (tries, play.Status));
        Assert.Equal(Enumerable.Range(0, 5), Numbers(play, nameof(CountTableUnit)).Distinct().Order());
    }

    /// <summary>The file beside this one. Never change it: give the flow a new version. Written by KPR_WRITE_GOLDEN=1 where it is not there.</summary>
    [Fact]
    public void What_was_begun_by_earlier_code_goes_on_under_todays()
    {
        var path = Path.Combine(House.RepositoryFolder.Path, "tests/Kpr.Functions.Tests/Statistics/golden/table-done.json");
        if (Environment.GetEnvironmentVariable("KPR_WRITE_GOLDEN") is "1" && !File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, GoldenHistory.Of(Play(units: 40, buckets: 2).Start("t1")).ToJson());
        }

        Assert.Null(GoldenHistory.Parse(File.ReadAllText(path)).Difference(TableFlow.RunAsync));
    }

    private static OrchestrationPlay Play(int units, int buckets, Func<int, int>? unit = null) => OrchestrationPlay.Of(TableFlow.Name, TableFlow.RunAsync)
        .Answer(nameof(PlanTable), _ => new TableShare(units, buckets))
        .Answer(nameof(CountTableUnit), call => unit?.Invoke(call.InputAs<TablePart>()!.Number) ?? 0)
        .Answer(nameof(JoinTableBucket), _ => 0)
        .Answer(nameof(FinishTable), _ => TableStatus.Done)
        .Answer(nameof(ForgetCounting), _ => 0);

    private static IEnumerable<int> Numbers(OrchestrationPlay play, string activity) => play.Calls.Where(call => call.Name == activity).Select(call => call.InputAs<TablePart>()!.Number);
}
