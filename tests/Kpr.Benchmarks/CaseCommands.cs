using System.Diagnostics;
using System.Globalization;
using Kpr.Benchmarks.Cases;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Timers;

namespace Kpr.Benchmarks;

/// <summary>Commands on cases of 100 events, the state folded anew for each: one thread.</summary>
internal static class CaseCommands
{
    private const int Length = 100;
    private const int Rounds = 15;
    private const int PerRound = 20_000;

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        var history = CaseHistory.Of(Length);
        var process = new CaseProcess();
        var today = DateOnly.FromDateTime(CaseHistory.Now.UtcDateTime);
        var table = new MarkdownTable($"One thread, warm; the case has {history.Length} events", "best", "median", "commands a second (median)", "allocated for each");
        Add(table, "fold and `record-handling`: carried out", history, process, CaseHistory.Handler, new RecordHandling(15, "Saksbehandling", today));
        Add(table, "fold and `confirm-notice`: carried out", history, process, new Actor(Role.System, "outbox"), new ConfirmNotice("decision/1", today));
        Add(table, "fold and `advance`: every clock is looked at", history, process, Actor.Clock, new Advance());
        Add(table, "fold and `withdraw`: refused, not the applicant", history, process, CaseHistory.Handler, new Kpr.Core.Cases.Ending.WithdrawCase());
        Add(table, "fold and `withdraw`: orders cancelled, clocks stopped, billed", history, process, CaseHistory.Applicant, new Kpr.Core.Cases.Ending.WithdrawCase());
        return Task.FromResult($"{table}");
    }

    private static void Add(MarkdownTable table, string what, Recorded<CaseEvent>[] history, CaseProcess process, Actor by, CaseCommand command)
    {
        var times = new List<TimeSpan>();
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < PerRound; i++)
            {
                process.Handle(CaseState.Fold("benchmark", history), command, by, CaseHistory.Now);
            }

            times.Add(watch.Elapsed);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / PerRound;
        }

        // The first rounds compile.
        times.RemoveRange(0, 3);
        var (best, median) = (Figures.Best(times), Figures.Median(times));
        table.Add(what, Each(best), Each(median), Figures.Records(PerRound, median), string.Create(CultureInfo.InvariantCulture, $"{allocated / 1e3:0.0} kB"));
    }

    private static string Each(TimeSpan round) => string.Create(CultureInfo.InvariantCulture, $"{round.TotalMicroseconds / PerRound:0.0} µs");
}
