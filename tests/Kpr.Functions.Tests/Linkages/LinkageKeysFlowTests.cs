using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Linkages;
using Kpr.Functions.Tests.Extracts;
using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Tests.Linkages;

public sealed class LinkageKeysFlowTests
{
    private static readonly LinkagePart Batch = new("sak-1", new string('a', 32));

    [Fact]
    public void Each_source_gets_its_files_one_after_the_other_and_then_the_keys_are_issued()
    {
        var play = Play(3).Start(Batch);

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "Issued"), (play.Status, play.OutputAs<string>()));
        Assert.Equal(
            [nameof(ReadLinkageList), nameof(IssueSourceKeys), nameof(IssueSourceKeys), nameof(IssueSourceKeys), nameof(FinishLinkageKeys)], play.Calls.Select(call => call.Name));
        Assert.Equal([0, 1, 2], play.Calls.Where(call => call.Name == nameof(IssueSourceKeys)).Select(call => call.InputAs<LinkagePart>()!.Number));
        Assert.Equal(["file 0", "file 1", "file 2"], play.Calls[^1].InputAs<LinkageEnd>()!.Files.Select(file => file.Name));
    }

    [Fact]
    public void What_is_refused_has_no_files_and_is_finished_all_the_same()
    {
        var play = Play(0).Start(Batch);

        Assert.Equal([nameof(ReadLinkageList), nameof(FinishLinkageKeys)], play.Calls.Select(call => call.Name));
    }

    [Fact]
    public void An_outage_is_waited_for()
    {
        var tries = 0;
        var play = Play(2, number => number == 1 && ++tries < 9 ? throw new HttpRequestException("no") : 0).Start(Batch);
        play.Advance(TimeSpan.FromHours(3));

        Assert.Equal((9, OrchestrationRuntimeStatus.Completed), (tries, play.Status));
    }

    /// <summary>The file beside those of extracts. Never change it: give the flow a new version. Written by KPR_WRITE_GOLDEN=1 where it is not there.</summary>
    [Fact]
    public void What_was_begun_by_earlier_code_goes_on_under_todays() =>
        GoldenFile.Holds("linkage-keys-issued.json", () => Play(2).Start(Batch), LinkageKeysFlow.RunAsync);

    private static OrchestrationPlay Play(int sources, Func<int, int>? issue = null) =>
        OrchestrationPlay.Of(LinkageKeysFlow.Name, LinkageKeysFlow.RunAsync)
            .Answer(nameof(ReadLinkageList), _ => sources)
            .Answer(nameof(IssueSourceKeys), call =>
            {
                var number = call.InputAs<LinkagePart>()!.Number;
                issue?.Invoke(number);
                return new List<ExtractFile> { new($"file {number}", 1, "") };
            })
            .Answer(nameof(FinishLinkageKeys), _ => LinkageStatus.Issued);
}
