using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;

namespace Kpr.Benchmarks;

/// <summary>How fast claims are checked in both forms.</summary>
internal static class ClaimThroughput
{
    private const int Rounds = 5;

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        var table = new MarkdownTable("`kpr check`, one core", "claims", "best", "median", "throughput (best)", "records", "peak memory");
        foreach (var form in (ReadOnlySpan<string>)["json", "xml"])
        {
            var (file, claims) = BenchmarkFiles.Claims(100, form);
            var bytes = new FileInfo(file).Length;
            var runs = Enumerable.Range(0, Rounds).Select(_ => KprCommand.Check("claims", ClaimFile.Sender, file)).ToList();
            var times = runs.ConvertAll(run => run.Elapsed);
            var best = Figures.Best(times);
            table.Add(
                $"{form.ToUpperInvariant()}, {Figures.Megabytes(bytes)}", $"{claims}", Figures.Seconds(best), Figures.Seconds(Figures.Median(times)),
                Figures.Throughput(bytes, best), Figures.Records(claims, best), Figures.Megabytes(runs.Max(run => run.PeakMemory)));
        }

        return Task.FromResult($"""
            Whole process, {Rounds} rounds, no claim with a finding.

            {table}
            """);
    }
}
