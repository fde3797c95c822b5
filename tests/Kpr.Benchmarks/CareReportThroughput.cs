using Kpr.Benchmarks.Files;

namespace Kpr.Benchmarks;

/// <summary>
/// How fast the professional shipment of an annual report is checked by all rules, against <c>xmllint</c> checking XML of the
/// same length by a schema alone: care events and theirs, since the report has no public schema.
/// </summary>
internal static class CareReportThroughput
{
    private const int Megabytes = 100;

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync() => Task.FromResult(CheckThroughput.Compare(
        "care-report", BenchmarkFiles.CareReport(Megabytes, CheckThroughput.Sender), BenchmarkFiles.CareEvents(Megabytes, CheckThroughput.Sender),
        "users of KPR_IPL; xmllint checks care events of the same length by their schema"));
}
