using Kpr.Benchmarks;
using Kpr.Benchmarks.Measuring;
using Kpr.Benchmarks.Segments;

Benchmark[] benchmarks =
[
    new("check-throughput", "Checking care events against xmllint", CheckThroughput.RunAsync),
    new("check-memory", "Memory of a check", CheckMemory.RunAsync),
    new("care-report-throughput", "Checking annual reports against xmllint", CareReportThroughput.RunAsync),
    new("claim-throughput", "Checking claims", ClaimThroughput.RunAsync),
    new("kuhr-throughput", "Checking monthly deliveries", KuhrThroughput.RunAsync),
    new("county", "A county's year", CountyCheck.RunAsync),
    new("duckdb", "Beside DuckDB", DuckDbComparison.RunAsync),
    new("system", "Through the whole system", SystemThroughput.RunAsync),
    new("memory-lookup", "Asking the register's memory", MemoryLookup.RunAsync),
    new("segments", "Stored claims", SegmentThroughput.RunAsync),
    new("micro", "Small parts", HotParts.RunAsync),
    new("table-protect", "Tables nobody can be found in", TableProtect.RunAsync),
    new("extracts", "Person-level extracts", ExtractThroughput.RunAsync),
    new("case-commands", "Commands on cases", CaseCommands.RunAsync),
    new("invoices", "Invoices", InvoiceThroughput.RunAsync),
    new("billing-year", "A year of bills", BillingYear.RunAsync),
    new("case-load", "A million events", CaseLoad.RunAsync),
    new("case-http", "Cases over HTTP", CaseOverHttp.RunAsync),
];

return args switch
{
    ["crash-matrix", .. var options] => await CrashMatrixCommand.RunAsync(options),
    ["all"] => await MeasureAsync(benchmarks, null),
    ["all", "--write", var page] => await MeasureAsync(benchmarks, page),
    [var name] when Named(name) is { Length: 1 } one => await MeasureAsync(one, null),
    [var name, "--write", var page] when Named(name) is { Length: 1 } one => await MeasureAsync(one, page),
    ["durable-throughput", .. var options] => await DurableCommands.ThroughputAsync(options),
    ["durable-waiting", .. var options] => await DurableCommands.WaitingAsync(options),
    ["durable-wait", var file] => await DurableCommands.WaitAsync(file),
    ["durable-replay"] => DurableCommands.Replay(),
    _ => Usage(),
};

Benchmark[] Named(string name) => [.. benchmarks.Where(benchmark => benchmark.Name == name)];

static async Task<int> MeasureAsync(Benchmark[] chosen, string? page)
{
    foreach (var benchmark in chosen)
    {
        Console.Error.WriteLine($"{benchmark.Name} …");
        var report = await benchmark.ReportAsync();
        Console.WriteLine(report);
        if (page is not null)
        {
            new ReportPage(page).Put(benchmark.Name, report);
        }
    }

    return 0;
}

int Usage()
{
    Console.Error.WriteLine($"""
        Usage: dotnet run -c Release --project tests/Kpr.Benchmarks -- COMMAND
          {string.Join(" | ", benchmarks.Select(benchmark => benchmark.Name))} | all   [--write docs/benchmarks.md]
          crash-matrix [case | table] [--sample COUNT SEED | --calls FROM TO] | durable-throughput [COUNT] | durable-waiting [COUNT] | durable-replay
        """);
    return 2;
}
