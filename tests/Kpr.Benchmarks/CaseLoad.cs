using System.Diagnostics;
using System.Globalization;
using Kpr.Benchmarks.Cases;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Review;

namespace Kpr.Benchmarks;

/// <summary>A million events of 30,000 cases: read from their stored form, folded, listed and answered; and 100,000 events twice, to the same bytes.</summary>
internal static class CaseLoad
{
    private const int Cases = 30_000;
    private const int Million = 1_000_000;

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        // Cases at every point of their lives: 5 to 62 events, a third of a hundred on average.
        var templates = Enumerable.Range(0, 58).Select(i => CaseHistory.Of(5 + i).Select(recorded => EventLine.Write(recorded)).ToArray()).ToArray();
        var table = new MarkdownTable("One thread", "time", "for each");
        var events = 0L;
        var bytes = 0L;
        var states = new CaseState[Cases];
        GC.Collect();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var load = Time(() =>
        {
            for (var i = 0; events < Million && i < Cases; i++)
            {
                var lines = templates[i % templates.Length];
                states[i] = Load($"2026-{i:00000}", lines);
                events += lines.Length;
                bytes += lines.Sum(line => (long)line.Length);
            }
        });
        var loaded = states.Count(state => state is not null);
        var held = GC.GetTotalMemory(forceFullCollection: true) - memory;
        Add(table, $"{events:#,0} events ({Figures.Megabytes(bytes)}) of {loaded:#,0} cases read and folded", load, events);

        var present = states.Where(state => state is not null).ToArray();
        var today = DateOnly.FromDateTime(CaseHistory.Now.UtcDateTime);
        List<(CaseState Case, DateOnly Due)> page = [];
        Add(table, "the handler’s work list of all cases, overdue first", Time(() =>
            page = [.. present.Where(state => state.Staff.Handler == "handler" && !state.Phase.IsTerminal())
                .Select(state => (Case: state, Due: state.Clocks.Where(clock => clock.IsRunning).Min(clock => clock.Due) ?? DateOnly.MaxValue))
                .OrderBy(row => row.Due).Take(50)]), loaded);
        var process = new CaseProcess();
        var answered = 0;
        Add(table, "one command on each case, from the state in memory", Time(() =>
        {
            foreach (var state in present)
            {
                answered += process.Handle(state, new RecordHandling(15, "Saksbehandling", today), CaseHistory.Handler, CaseHistory.Now).IsRefused ? 0 : 1;
            }
        }), loaded);
        Add(table, "a snapshot of each case written and read", Time(() =>
        {
            foreach (var state in present)
            {
                CaseJson.Snapshot(CaseJson.Snapshot(state));
            }
        }), loaded);

        var first = Replay(templates, out var hundredThousand);
        var second = Replay(templates, out _);
        Add(table, "100,000 events read and folded", hundredThousand, 100_000);
        return Task.FromResult(
            $"{table}\nThe states take {Figures.Megabytes(held)}, {held / 1000 / loaded} kB a case; peak of the process {Figures.Megabytes(Process.GetCurrentProcess().PeakWorkingSet64)}. "
            + $"First on the list: {page[0].Due:yyyy-MM-dd}; {answered:#,0} commands were carried out, the others refused as the role table has it. "
            + $"Two replays of the 100,000 gave {(first == second ? "the same" : "DIFFERENT")} states.");
    }

    private static CaseState Load(string id, byte[][] lines) => CaseState.Fold(id, lines.Select(line => EventLine.Read<CaseEvent>(line)));

    private static string Replay(byte[][][] templates, out TimeSpan time)
    {
        var hash = EventChain.Start;
        var watch = new Stopwatch();
        for (var (events, i) = (0, 0); events < 100_000; i++)
        {
            var lines = templates[i % templates.Length];
            watch.Start();
            var state = Load($"2026-{i:00000}", lines);
            watch.Stop();
            events += lines.Length;
            hash = EventChain.Next(hash, CaseJson.Snapshot(state));
        }

        time = watch.Elapsed;
        return hash;
    }

    private static TimeSpan Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    }

    private static void Add(MarkdownTable table, string what, TimeSpan time, long count) =>
        table.Add(what, Figures.Seconds(time), string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds / count:0.0} µs"));
}
