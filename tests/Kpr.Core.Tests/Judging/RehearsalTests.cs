using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;

namespace Kpr.Core.Tests.Judging;

/// <summary>A dry run of a file that is answered, under other settings than it was judged by.</summary>
public sealed class RehearsalTests
{
    private static readonly Feed Feed = Feeds.Find("care-events")!;

    // 1: good. 2: a service that is not enabled by default. 3: a status that is not taken. 4: refers to nothing.
    private static readonly byte[] File = Encoding.UTF8.GetBytes(new CareEventDocument()
        .Add()
        .Add(text => text.Replace("tjenesteType=\"21\"", "tjenesteType=\"25\"", StringComparison.Ordinal))
        .Add(text => text.Replace("=\"N\"", "=\"T\"", StringComparison.Ordinal))
        .Add(text => text.Replace("=\"N\"", "=\"M\"", StringComparison.Ordinal))
        .ToString());

    [Fact]
    public void Under_the_same_rules_nothing_changes()
    {
        var outcome = Rehearse(Told());

        Assert.False(outcome.Changes);
        Assert.Equal((0, 0, 0, 0), (outcome.Added.Count, outcome.Removed.Count, outcome.NewlyRejected, outcome.NewlyTaken));
    }

    [Fact]
    public void A_record_that_would_be_taken_is_told()
    {
        var outcome = Rehearse(Told(), settings => settings.EnabledServiceTypes.Add("25"));

        Assert.Equal(("E11", 1L), (Assert.Single(outcome.Removed).Key, outcome.Removed["E11"]));
        Assert.Equal((0, 1), (outcome.NewlyRejected, outcome.NewlyTaken));
        Assert.Equal([2], outcome.Records);
    }

    [Fact]
    public void A_record_that_would_be_rejected_is_told()
    {
        var outcome = Rehearse(Told(settings => settings.EnabledServiceTypes.Add("25")));

        Assert.Equal("E11", Assert.Single(outcome.Added).Key);
        Assert.Equal((1, 0), (outcome.NewlyRejected, outcome.NewlyTaken));
    }

    [Fact]
    public void What_was_found_across_records_stands()
    {
        Assert.Contains(Told(), finding => finding.Rule == "E05" && finding.Ordinal == 4);
        Assert.DoesNotContain("E05", Rehearse(Told(), settings => settings.EnabledServiceTypes.Add("25")).Removed.Keys);
    }

    [Fact]
    public void Only_the_records_asked_for_are_compared()
    {
        var outcome = Rehearse(Told(), settings => settings.EnabledServiceTypes.Add("25"), (3, 4));

        Assert.False(outcome.Changes);
    }

    private static List<Finding> Told(Action<RuleSettings>? change = null)
    {
        var told = new List<Finding>();
        using var stored = new MemoryStream(File);
        new FileJudge(Feed, Context(change), new SourceLimits()).Judge(stored, "x.xml", TimeProvider.System, told.Add);
        return told;
    }

    private static RehearsalOutcome Rehearse(List<Finding> told, Action<RuleSettings>? change = null, (long, long)? records = null)
    {
        using var stored = new MemoryStream(File);
        return new Rehearsal(Feed, Context(change), new SourceLimits()) { Records = records ?? (0, long.MaxValue) }.Run(stored, told);
    }

    private static FileContext Context(Action<RuleSettings>? change)
    {
        var settings = new RuleSettings();
        change?.Invoke(settings);
        return new FileContext(CareEventDocument.ReceivedAt, settings) { Sender = "0301" };
    }
}
