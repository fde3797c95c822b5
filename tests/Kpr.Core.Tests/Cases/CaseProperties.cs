using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Rules;
using Xunit.Abstractions;

namespace Kpr.Core.Tests.Cases;

public sealed class CaseProperties(ITestOutputHelper output)
{
    private const ulong Seed = 20260901;
    private const int Walks = 600;

    // A fixed seed: the same walks every time. FsCheck prints the numbers of the failing walk.
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(Walks).WithReplay(Seed, 17UL);

    [Fact]
    public void No_walk_of_commands_breaks_the_state_machine()
    {
        output.WriteLine($"Seed {Seed}, {Walks} walks.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var phases = new HashSet<Phase>();
        var (given, carried) = (0, 0);
        Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(260).ToArbitrary(), numbers =>
        {
            var walk = new CaseWalk(numbers);
            var play = walk.Begin();
            while (walk.Step(play) is var (by, command))
            {
                var before = play.State;
                var count = play.Events.Count;
                var refusal = play.Try(by, command);
                given++;
                carried += refusal is null ? 1 : 0;
                var events = play.Events.Skip(count).Select(recorded => recorded.Event).ToList();
                Check(play, before, by.Subject, events, command);
                phases.Add(play.State.Phase);
            }

            seen.UnionWith(play.Events.Select(recorded => EventCatalogue.Of(recorded.Event).Name));
            CheckWhole(play);
            return true;
        }).Check(Seeded);

        output.WriteLine($"{given} commands, {carried} carried out, {seen.Count} kinds of events, {phases.Count} phases.");
        Assert.True(phases.Count >= 19 && seen.Count >= 90, $"The walks saw {seen.Count} kinds of events and {phases.Count} phases only.");
    }

    private static void Check(TestCase play, CaseState before, string by, List<CaseEvent> events, CaseCommand command)
    {
        var after = play.State;
        var said = $"{command} in {before.Phase}";

        // No way out of a phase that is over but by an appeal.
        if (before.Phase.IsTerminal() && after.Phase != before.Phase)
        {
            Assert.True(events.OfType<AppealMoved>().Any(moved => moved.To is AppealState.Changed or AppealState.Remitted), said);
            Assert.False(before.Phase is Phase.Deleted or Phase.RoutedAway or Phase.Withdrawn, said);
        }

        foreach (var decided in events.OfType<Decided>().Select(decided => decided.Decision))
        {
            Assert.Equal(before.Decisions.Count + 1, decided.Version);
            if (decided is { Cause: DecisionCause.Application, Outcome: not DecisionOutcome.Dismissed })
            {
                Assert.Equal(Phase.Recommended, before.Phase);
                Assert.NotEqual(before.Staff.Handler, by);
                Assert.DoesNotContain(by, before.Staff.Conflicts);
                Assert.DoesNotContain(before.Deficiencies, item => item.Status == DeficiencyStatus.Open);
                Assert.DoesNotContain(before.Estimates, estimate => estimate.Status == EstimateStatus.Sent);
                Assert.DoesNotContain(before.Prerequisites, item => item is { Required: true, Status: PrerequisiteStatus.Open });
                if (decided.Grants)
                {
                    var pack = RulePack.On(play.Today, play.Process.Policy.RulesInForce);
                    Assert.Equal(pack.Id, decided.Pack);
                    Assert.All(
                        pack.JudgeGates(CaseFacts.Of(before, play.Process.Policy, play.Today), before.Assessments),
                        result => Assert.True(result.Status is GateStatus.Passed or GateStatus.NotApplicable, said));
                }
                else
                {
                    Assert.NotEmpty(decided.RefusalReasons);
                }
            }
        }

        foreach (var released in events.OfType<OrderReleased>())
        {
            var order = before.FindOrder(released.Order)!;
            Assert.True(before.Suspended is null && order.DecisionVersion == before.Decision!.Version && order.Output is { Checked: true }, said);
            Assert.True(before.Kind == ApplicationKind.Statistics || order.Output!.ReservationsAsOf is not null, said);
        }

        Assert.True(after.Phase != Phase.Closed || after.FindClock(ClockKind.Deletion) is null or { Status: ClockStatus.Stopped }, $"{said}: a deletion is still demanded");
        Assert.True(events.All(happened => happened is not DataInUse) || after.Orders.Any(order => order.State.IsDelivered()), said);
        Assert.True(
            after.Orders.Where(order => !order.State.IsTerminal() && !order.State.IsDelivered()).GroupBy(order => order.Register).All(orders => orders.Count() == 1),
            $"{said}: two orders of one register");
        if (after.Phase.IsTerminal() && after.Phase != before.Phase)
        {
            Assert.True(after.Orders.All(order => order.State.IsTerminal() || order.State.IsDelivered()), $"{said}: an order runs on");
            Assert.DoesNotContain(after.Prerequisites, item => item.Status == PrerequisiteStatus.Open);
            Assert.True(after.Phase != Phase.Withdrawn || after.Appeal is not { IsOpen: true }, $"{said}: an appeal hangs");
        }
    }

    private static void CheckWhole(TestCase play)
    {
        // Folding is deterministic, whole or in parts, from memory or from the store.
        var state = CaseJson.Snapshot(play.State);
        Assert.Equal(state, CaseJson.Snapshot(CaseState.Fold(play.State.Id, play.Events)));
        var half = play.Events.Count / 2;
        var snapshot = CaseJson.Snapshot(CaseJson.Snapshot(CaseState.Fold(play.State.Id, play.Events.Take(half))));
        Assert.Equal(state, CaseJson.Snapshot(snapshot.After(play.Events.Skip(half).Select(recorded => EventLine.Read<CaseEvent>(EventLine.Write(recorded))))));
        Assert.Equal(Enumerable.Range(1, play.Events.Count).Select(i => (long)i), play.Events.Select(recorded => recorded.Sequence));

        foreach (var clock in play.State.Clocks)
        {
            // A hold begins only where the clock runs, and nothing resumes that runs.
            var running = true;
            foreach (var row in clock.Rows)
            {
                Assert.False(row.Act == ClockAct.Paused && !running, $"{clock.Key}: held twice");
                Assert.False(row.Act == ClockAct.Resumed && running, $"{clock.Key}: resumed while it runs");
                running = row.Act switch
                {
                    ClockAct.Paused or ClockAct.Stopped => false,
                    ClockAct.Started or ClockAct.Restarted or ClockAct.Resumed => true,
                    _ => running,
                };
            }

            Assert.True(!clock.IsRunning || clock.Due is not null, clock.Key);
        }

        // Each basis is told once, and the base price charged once.
        Assert.Equal(play.State.Billing.Count, play.State.Billing.DistinctBy(basis => basis.Id).Count());
        Assert.True(play.State.Billing.Count(basis => basis is { BaseFee: true, Cause: not BillingCause.BaseFeeVoid }) <= 1);
        Assert.All(
            play.State.Billing.Where(basis => basis.Order is not null).GroupBy(basis => (basis.Order, basis.Cause == BillingCause.Credit)), basis => Assert.Single(basis));

        // Notices of a stream have ids of their own, the same however often they are asked for.
        var notices = Notices(play);
        Assert.Equal(notices.Count, notices.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(notices, Notices(play));

        // Time alone ends every waiting: what is due now has nothing left to do a moment later.
        if (play.State.Phase != Phase.None)
        {
            var (later, _, _) = play.Process.Execute(play.State, new Core.Cases.Timers.Advance(), Actors.System, play.Now);
            Assert.Empty(play.Process.Handle(later, new Core.Cases.Timers.Advance(), Actors.System, play.Now).Events);
        }
    }

    private static List<string> Notices(TestCase play)
    {
        var state = CaseState.New(play.State.Id);
        var ids = new List<string>();
        foreach (var recorded in play.Events)
        {
            state = state.After([recorded]);
            ids.AddRange(NoticePlan.For(state, recorded).Select(notice => notice.Id));
        }

        return ids;
    }
}
