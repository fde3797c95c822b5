using Kpr.Benchmarks.Files;

namespace Kpr.Benchmarks;

/// <summary>
/// How fast the professional shipment of an annual report is checked by all rules, against <c>xmllint</c> checking XML of the
/// same length by a schema alone: care events and theirs, since the report has no public schema.
/// </summary>
internal static class CareReportThroughput
{
    // More than the largest municipality sends; and five times that, where the start of the process counts for less.
    private static readonly int[] Megabytes = [100, 500];

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync() => Task.FromResult(string.Join("\n\n", Megabytes.Select(size => CheckThroughput.Compare(
        "care-report", BenchmarkFiles.CareReport(size, CheckThroughput.Sender), BenchmarkFiles.CareEvents(size, CheckThroughput.Sender),
        "users of KPR_IPL; xmllint checks care events of the same length by their schema"))));
}
