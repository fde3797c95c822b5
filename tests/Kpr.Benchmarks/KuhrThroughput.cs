using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;

namespace Kpr.Benchmarks;

/// <summary>How fast monthly deliveries are checked, and whether their memory stays flat.</summary>
internal static class KuhrThroughput
{
    private const int Rounds = 3;

    private static readonly int[] Sizes = [100_000, 1_000_000, 4_000_000];

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        var table = new MarkdownTable("`kpr check`, one core", "claims", "best", "median", "throughput (best)", "claims per second and core", "peak memory");
        foreach (var claims in Sizes)
        {
            var (manifest, bytes) = BenchmarkFiles.KuhrDelivery(claims);
            var runs = Enumerable.Range(0, Rounds).Select(_ => KprCommand.Check("kuhr-delivery", KuhrDeliveryFiles.Sender, manifest)).ToList();
            var times = runs.ConvertAll(run => run.Elapsed);
            var best = Figures.Best(times);
            table.Add(
                Figures.Megabytes(bytes), $"{claims}", Figures.Seconds(best), Figures.Seconds(Figures.Median(times)),
                Figures.Throughput(bytes, best), Figures.Records(claims, best), Figures.Megabytes(runs.Max(run => run.PeakMemory)));
        }

        return Task.FromResult($"""
            Whole process, pinned to one core, {Rounds} rounds: four delimited files by their manifest, each claim with its person, 1.2 diagnosis rows
            and 2.5 tariff rows; every rule on, no claim with a finding. The largest is a national month.

            {table}
            """);
    }
}
