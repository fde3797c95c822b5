using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Tests.Statistics;

public sealed class GlpsolTests
{
    [GlpsolFact]
    public void The_audit_agrees_with_another_solver_on_random_tables()
    {
        var compared = 0;
        for (var number = 0UL; number < 25; number++)
        {
            var (table, published) = AuditTests.Careless(number + 500);
            var values = new long?[table.Layout.System.Count];
            for (var cell = 0; cell < published.Length; cell++)
            {
                values[table.Layout.CellOf[cell]] = published[cell];
            }

            foreach (var interval in new TableAudit(table.Layout.System, values).Run(1)!.Intervals.Take(8))
            {
                Assert.Equal((long)Math.Ceiling(Solve("Minimize", table.Layout.System, values, interval.Cell)!.Value - 1e-6), interval.Lower);
                if (Solve("Maximize", table.Layout.System, values, interval.Cell) is { } most)
                {
                    Assert.Equal((long)Math.Floor(most + 1e-6), interval.Upper);
                    compared++;
                }
            }
        }

        Assert.True(compared > 50, $"{compared} compared.");
    }

    private static double? Solve(string direction, CellSystem system, long?[] published, int cell)
    {
        var program = new StringBuilder($"{direction}\n obj: x{cell}\nSubject To\n");
        foreach (var sum in system.Sums)
        {
            program.Append(CultureInfo.InvariantCulture, $" x{sum.Total} - {string.Join(" - ", sum.Parts.Select(part => $"x{part}"))} = 0\n");
        }

        program.Append("Bounds\n");
        for (var at = 0; at < published.Length; at++)
        {
            program.Append(CultureInfo.InvariantCulture, $" x{at} {(published[at] is null ? ">=" : "=")} {published[at] ?? 0}\n");
        }

        var folder = Directory.CreateTempSubdirectory("kpr-glpsol-");
        try
        {
            var (file, answer) = (Path.Combine(folder.FullName, "cell.lp"), Path.Combine(folder.FullName, "cell.txt"));
            File.WriteAllText(file, program.Append("End\n").ToString());
            using var process = Process.Start(new ProcessStartInfo("glpsol", ["--lp", file, "-w", answer]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();

            // "s bas ROWS COLUMNS f f VALUE": primal and dual feasible, that is optimal.
            var line = File.ReadLines(answer).Single(line => line.StartsWith("s bas ", StringComparison.Ordinal)).Split(' ');
            return line[4] == "f" && line[5] == "f" ? double.Parse(line[6], CultureInfo.InvariantCulture) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
