using Kpr.Functions.Preparation.Extracts;
using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Tests.Extracts;

public sealed class ExtractFlowTests
{
    private static readonly ExtractShare Whole = new(Goes: true, HasList: true, Scans: 70, Buckets: 3, Likes: 2, Units: 40, Tables: 4);

    [Fact]
    public void The_population_is_known_before_anything_is_extracted_and_all_is_extracted_before_it_is_merged()
    {
        var play = Play(Whole).Start("x1");

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "Prepared"), (play.Status, play.OutputAs<string>()));
        Assert.Equal(
            [
                (nameof(PlanExtract), 1), (nameof(ReadExtractList), 1), (nameof(ScanExtractPopulation), 70), (nameof(JoinExtractPopulation), 3), (nameof(ChooseExtractControls), 2),
                (nameof(BeginExtracting), 1), (nameof(ExtractUnit), 40), (nameof(MergeExtractTable), 4), (nameof(PackExtract), 1), (nameof(ForgetExtract), 1),
            ],
            play.Calls.GroupBy(call => call.Name).Select(calls => (calls.Key, calls.Count())));
        Assert.Equal(Enumerable.Range(0, 70), Numbers(play, nameof(ScanExtractPopulation)));
        Assert.Equal(Enumerable.Range(0, 40), Numbers(play, nameof(ExtractUnit)));
    }

    [Fact]
    public void An_order_that_is_refused_is_forgotten_and_nothing_is_read()
    {
        var play = Play(new ExtractShare(Goes: false)).Start("x1");

        Assert.Equal("Ended", play.OutputAs<string>());
        Assert.Equal([nameof(PlanExtract), nameof(ForgetExtract)], play.Calls.Select(call => call.Name));
    }

    [Fact]
    public void Nothing_is_extracted_for_a_list_that_cannot_be_read_or_an_extract_that_was_withdrawn_meanwhile()
    {
        foreach (var stops in (string[])[nameof(ReadExtractList), nameof(BeginExtracting)])
        {
            var play = Play(Whole, stops).Start("x1");

            Assert.Equal("Ended", play.OutputAs<string>());
            Assert.DoesNotContain(play.Calls, call => call.Name is nameof(ExtractUnit) or nameof(PackExtract));
            Assert.Equal(nameof(ForgetExtract), play.Calls[^1].Name);
        }
    }

    [Fact]
    public void A_deletion_that_is_decided_meanwhile_begins_all_anew()
    {
        var packed = 0;
        var play = Play(Whole with { Scans = 1, Units = 2 }, pack: () => ++packed == 1 ? PackOutcome.Outdated : PackOutcome.Prepared).Start("x1");

        Assert.Equal("Prepared", play.OutputAs<string>());
        Assert.Equal(2, packed);
    }

    [Fact]
    public void An_outage_in_one_unit_is_waited_for_and_the_others_are_not_extracted_again()
    {
        var tries = 0;
        var play = Play(Whole with { Units = 5 }, unit: number => number == 3 && ++tries < 9 ? throw new HttpRequestException("no") : 0).Start("x1");
        play.Advance(TimeSpan.FromHours(3));

        Assert.Equal((9, OrchestrationRuntimeStatus.Completed), (tries, play.Status));
        Assert.Equal(13, Numbers(play, nameof(ExtractUnit)).Count());
    }

    /// <summary>The file beside this one. Never change it: give the flow a new version. Written by KPR_WRITE_GOLDEN=1 where it is not there.</summary>
    [Fact]
    public void What_was_begun_by_earlier_code_goes_on_under_todays() =>
        GoldenFile.Holds("extract-prepared.json", () => Play(Whole).Start("x1"), ExtractFlow.RunAsync);

    private static OrchestrationPlay Play(ExtractShare share, string? stops = null, Func<int, int>? unit = null, Func<PackOutcome>? pack = null) =>
        OrchestrationPlay.Of(ExtractFlow.Name, ExtractFlow.RunAsync)
            .Answer(nameof(PlanExtract), _ => share)
            .Answer(nameof(ReadExtractList), _ => stops != nameof(ReadExtractList))
            .Answer(nameof(ScanExtractPopulation), _ => 0)
            .Answer(nameof(JoinExtractPopulation), _ => 0)
            .Answer(nameof(ChooseExtractControls), _ => 0)
            .Answer(nameof(BeginExtracting), _ => stops != nameof(BeginExtracting))
            .Answer(nameof(ExtractUnit), call => unit?.Invoke(call.InputAs<ExtractPart>()!.Number) ?? 0)
            .Answer(nameof(MergeExtractTable), _ => 0)
            .Answer(nameof(PackExtract), _ => pack?.Invoke() ?? PackOutcome.Prepared)
            .Answer(nameof(ForgetExtract), _ => 0);

    private static IEnumerable<int> Numbers(OrchestrationPlay play, string activity) =>
        play.Calls.Where(call => call.Name == activity).Select(call => call.InputAs<ExtractPart>()!.Number);
}
