using System.Text.Json;
using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;

namespace Kpr.Benchmarks;

/// <summary>DuckDB reading the same delimited files, with the checks that SQL can express, beside <c>kpr check</c> with all of them.</summary>
internal static class DuckDbComparison
{
    private const int Rounds = 3;

    private static readonly int[] Sizes = [100_000, 1_000_000, 4_000_000];

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        if (!ChildProcess.HasProgram("node") || !ChildProcess.HasProgram("npm"))
        {
            throw new InvalidOperationException("node and npm are needed to run DuckDB (@duckdb/node-api).");
        }

        var script = Install();
        var table = new MarkdownTable("One core", "claims", "best", "claims per second", "peak memory", "findings", "DuckDB: loading, checking");
        foreach (var claims in Sizes)
        {
            var (manifest, bytes) = BenchmarkFiles.KuhrDelivery(claims);

            // By turns, so that what else the machine does meets both.
            var rounds = Enumerable.Range(0, Rounds).Select(_ => (
                Ours: KprCommand.Check("kuhr-delivery", KuhrDeliveryFiles.Sender, manifest),
                Theirs: ChildProcess.Run("node", script, Path.GetDirectoryName(manifest)!, "1", Data("kommuner.csv"), Data("praksistyper.csv")).Good("DuckDB"))).ToList();
            var (ours, theirs) = (rounds.MinBy(round => round.Ours.Elapsed).Ours, rounds.MinBy(round => round.Theirs.Elapsed).Theirs);
            var told = JsonDocument.Parse(theirs.Output.Trim().Split('\n')[^1]).RootElement;
            var findings = told.GetProperty("findings").EnumerateObject().ToList();
            table.Add(
                $"`kpr check`, {Figures.Megabytes(bytes)}", $"{claims}", Figures.Seconds(ours.Elapsed), Figures.Records(claims, ours.Elapsed),
                Figures.Megabytes(rounds.Max(round => round.Ours.PeakMemory)), "0 of every rule", "");
            table.Add(
                $"DuckDB, {findings.Count} rules in SQL", $"{told.GetProperty("claims").GetInt64()}", Figures.Seconds(theirs.Elapsed), Figures.Records(claims, theirs.Elapsed),
                Figures.Megabytes(rounds.Max(round => round.Theirs.PeakMemory)), $"{findings.Sum(rule => rule.Value.GetInt64())}",
                $"{told.GetProperty("load").GetDouble():0.00} s, {told.GetProperty("check").GetDouble():0.00} s");
        }

        return Task.FromResult($"""
            Whole processes, pinned to one core, by turns, best of {Rounds}. DuckDB 1.5.6 (npm `@duckdb/node-api`, `tests/Kpr.Benchmarks/duckdb/checks.mjs`) loads the
            four files into typed tables in memory and asks one query a check. It does not check hashes of files, encodings and unknown columns
            beyond types, masks nothing, and writes no receipt: where a finding is (record, line) would be a query more for each rule.

            {table}
            """);
    }

    private static string Data(string name) => Path.Combine(Repository(), "functions", "Kpr.Core", "Catalogue", "Data", name);

    // Installed beside the measured files, not in the source.
    private static string Install()
    {
        var folder = Directory.CreateDirectory(Path.Combine(BenchmarkFiles.Folder, "duckdb")).FullName;
        var source = Path.Combine(Repository(), "tests", "Kpr.Benchmarks", "duckdb");
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@duckdb")))
        {
            // Not npm ci: a lock file names the bindings of every platform, and a mirror may have those of its own only.
            ChildProcess.Run("npm", "install", "--no-audit", "--no-fund", "--prefix", folder).Good("npm install");
        }

        return Path.Combine(folder, "checks.mjs");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KprFunctions.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Only run from the repository: dotnet run -c Release …");
    }
}
