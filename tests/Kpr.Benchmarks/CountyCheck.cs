using System.Globalization;
using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;

namespace Kpr.Benchmarks;

/// <summary>A county's year through one <c>kpr check</c>, and what that says of a national month.</summary>
internal static class CountyCheck
{
    private const int Months = 12;
    private const int ClaimsOfMonth = 375_000;
    private const int CareUsers = 40_000;

    /// <summary>Claims of the country in a year: the upper part of what public figures make likely, 45 to 60 million.</summary>
    private const long NationalYear = 57_000_000;

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        var (folder, bytes) = BenchmarkFiles.County(Months, ClaimsOfMonth, CareUsers);
        var run = ChildProcess.Run(KprCommand.Path, "check", "--json", folder).Good("kpr check");
        var receipts = run.Output.Split('\n').Count(line => line.Contains("\"findings\":[]", StringComparison.Ordinal));
        if (receipts != Months + 1)
        {
            throw new InvalidOperationException($"The county set should have {Months + 1} receipts without a finding: {run.Output}");
        }

        var (manifest, _) = BenchmarkFiles.KuhrDelivery(ClaimsOfMonth);
        var month = ChildProcess.Run(KprCommand.Path, "check", "--feed", "kuhr-delivery", "--sender", KuhrDeliveryFiles.Sender, "--json", manifest).Good("kpr check");
        var claims = (long)Months * ClaimsOfMonth;
        var rate = ClaimsOfMonth / month.Elapsed.TotalSeconds;
        var national = NationalYear / Months;
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"""
            Whole process, pinned to one core: `kpr check FOLDER` on {Months} monthly deliveries of {ClaimsOfMonth:N0} claims and {CareUsers:N0} care users,
            {receipts} files to answer, every rule on, no finding. Memory is that of the largest file, not of the set.

            | A county's year | claims | care users | length | time | claims per second and core | peak memory |
            |---|---:|---:|---:|---:|---:|---:|
            | `kpr check FOLDER` | {claims} | {CareUsers} | {Figures.Megabytes(bytes)} | {Figures.Seconds(run.Elapsed)} | {Figures.Records(claims, run.Elapsed)} | {Figures.Megabytes(run.PeakMemory)} |
            | one of its months alone | {ClaimsOfMonth} | | | {Figures.Seconds(month.Elapsed)} | {Figures.Records(ClaimsOfMonth, month.Elapsed)} | {Figures.Megabytes(month.PeakMemory)} |

            **A national month** is {NationalYear / 1_000_000} million claims a year over twelve: {national:N0} claims, about {bytes / 1e6 * national / claims:0} MB. At the rate of the
            month above it is checked in {national / rate:0} s on one core. The limit is that core: the files are read at {Figures.Throughput(bytes, run.Elapsed)}, which any disk
            gives, and a delivery is one stream, checked by one thread from end to end since its four files are joined by order. More cores
            check more deliveries at once, not one faster. In the system a delivery is read once by one thread, and its chunks are judged by
            as many as there are; there the limit is that reading, then the storage requests of each chunk (see *Through the whole system*).
            """));
    }
}
