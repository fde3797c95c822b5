using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Tests.Cases;

/// <summary>Data leave a register by two persons: one who made or checked them, and another.</summary>
public sealed class FourEyesTests
{
    private static readonly Actor First = Actors.Register("kpr");
    private static readonly Actor Second = Actors.Releaser("kpr");
    private static readonly Actor Third = new(Role.Register, "kpr-3", Register: "kpr");

    [Fact]
    public void Neither_who_made_the_output_nor_who_checked_it_releases_it()
    {
        var play = new TestCase().Ordered("kpr").Do(First, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"));
        play.Do(First, Finish(play)).Do(Second, new CheckOutput("kpr-1", true, "Kontrollert."));
        play.Refused(Refusals.FourEyes, First, new ReleaseOrder("kpr-1", "rom"));
        play.Refused(Refusals.FourEyes, Second, new ReleaseOrder("kpr-1", "rom"));
        play.Do(Third, new ReleaseOrder("kpr-1", "rom"));
        Assert.Equal((OrderState.Released, Third.Subject), (play.State.Orders[0].State, play.State.Orders[0].ReleasedBy));
    }

    [Fact]
    public void Who_ordered_what_the_system_made_does_not_release_it()
    {
        var play = new TestCase().Ordered("kpr").Do(First, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"));
        play.Do(Actors.System, Finish(play) with { OrderedBy = First.Subject }).Do(Second, new CheckOutput("kpr-1", true, "Kontrollert."));
        Assert.Equal((First.Subject, Second.Subject), (play.State.Orders[0].Output!.MadeBy, play.State.Orders[0].Output!.CheckedBy));
        play.Refused(Refusals.FourEyes, First, new ReleaseOrder("kpr-1", "rom"));
        play.Do(Third, new ReleaseOrder("kpr-1", "rom"));
    }

    [Fact]
    public void Nobody_makes_an_output_in_another_s_name()
    {
        var play = new TestCase().Ordered("kpr").Do(First, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"));
        play.Do(First, Finish(play) with { OrderedBy = Second.Subject }).Do(Third, new CheckOutput("kpr-1", true, "Kontrollert."));
        Assert.Equal(First.Subject, play.State.Orders[0].Output!.MadeBy);
        play.Refused(Refusals.FourEyes, First, new ReleaseOrder("kpr-1", "rom"));
        play.Do(Second, new ReleaseOrder("kpr-1", "rom"));
    }

    [Fact]
    public void What_failed_its_check_is_made_anew_and_asks_for_others_anew()
    {
        var play = new TestCase().Ordered("kpr").Do(First, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"));
        play.Do(First, Finish(play)).Do(Second, new CheckOutput("kpr-1", false, "Feil periode."));
        Assert.Null(play.State.Orders[0].Output);
        play.Do(Second, Finish(play)).Do(Third, new CheckOutput("kpr-1", true, "Kontrollert."));
        play.Refused(Refusals.FourEyes, Second, new ReleaseOrder("kpr-1", "rom"));
        play.Do(First, new ReleaseOrder("kpr-1", "rom"));
    }

    [Fact]
    public void The_way_over_the_linker_is_no_way_around_it()
    {
        var play = new TestCase().Ordered("kpr", "npr").Do(Actors.Handler, new IssueKeys("batch-1")).Extracted("kpr-1");
        play.Refused(Refusals.FourEyes, First, new SendToLinker("kpr-1"));
        play.Do(Second, new SendToLinker("kpr-1"));
        Assert.Equal((OrderState.AtLinker, Second.Subject), (play.State.FindOrder("kpr-1")!.State, play.State.FindOrder("kpr-1")!.ReleasedBy));
    }

    [Fact]
    public void An_output_of_before_this_was_noted_can_still_be_released()
    {
        var play = new TestCase().Ordered("kpr").Extracted("kpr-1");
        var old = play.Events.Select(recorded => recorded with { Event = Read(recorded.Event) }).ToList();
        var state = CaseState.Fold(play.State.Id, old);
        Assert.Equal((null, null, true), (state.Orders[0].Output!.MadeBy, state.Orders[0].Output!.CheckedBy, state.Orders[0].Output!.Checked));
        Assert.Null(play.Process.Execute(state, new ReleaseOrder("kpr-1", "rom"), First, play.Now).Refusal);

        static CaseEvent Read(CaseEvent now)
        {
            string? before = now switch
            {
                OrderExtracted made => CaseJson.Text(made).Replace($",\"madeBy\":\"{First.Subject}\"", "", StringComparison.Ordinal),
                OrderOutputChecked => CaseJson.Text(now).Replace($",\"by\":\"{First.Subject}\"", "", StringComparison.Ordinal),
                _ => null,
            };
            Assert.True(before is null || before.Length < CaseJson.Text(now).Length);
            return before is null ? now : (CaseEvent)JsonSerializer.Deserialize(before, CaseJson.Stored.GetTypeInfo(now.GetType()))!;
        }
    }

    private static FinishExtraction Finish(TestCase play) => new("kpr-1", "uttrekk/1", 10, play.State.Decision!.Version, play.Today);
}
