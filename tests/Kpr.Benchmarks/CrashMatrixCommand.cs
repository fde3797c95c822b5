using System.Diagnostics;
using System.Globalization;
using Kpr.Functions.Tests.Applications.Orchestrations;
using Kpr.Functions.Tests.Crash;
using Kpr.Functions.Tests.Statistics;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Benchmarks;

/// <summary>
/// <c>crash-matrix [case | table] [--sample COUNT SEED | --calls FROM TO]</c>: breaks the intake, a played case, or the making of tables off on either side of every I/O call of a
/// run, of COUNT calls chosen by SEED, or of the calls FROM to TO, and compares what each ends in with the undisturbed run.
/// </summary>
internal static class CrashMatrixCommand
{
    private const int AccountsOfOne = 100;

    public static async Task<int> RunAsync(string[] options)
    {
        await using var accounts = new Accounts();
        var clock = Stopwatch.StartNew();
        ICrashMatrix matrix = options switch
        {
            ["case", ..] => await PlayedCrashMatrix.BeginAsync(accounts.NextAsync, PlayedSystem.Read(PlayedScenarios.Asked)),
            ["table", ..] => await TableCrashMatrix.BeginAsync(accounts.NextAsync),
            _ => await CrashMatrix.BeginAsync(accounts.NextAsync),
        };
        var points = options switch
        {
            [.., "--sample", var count, var seed] => StopPoint.SampleOf(matrix.Calls, Number(count), Number(seed)),
            [.., "--calls", var from, var to] => [.. StopPoint.AllOf(matrix.Calls).Where(point => point.Call >= Number(from) && point.Call <= Number(to))],
            _ => StopPoint.AllOf(matrix.Calls),
        };
        Console.Error.WriteLine($"{matrix.Calls} I/O calls, {points.Count} points.");
        var unequal = 0;
        foreach (var (index, point) in points.Index())
        {
            var differences = await matrix.TryAsync(point);
            unequal += differences.Count > 0 ? 1 : 0;
            foreach (var difference in differences)
            {
                Console.WriteLine($"{point}: {difference}");
            }

            if ((index + 1) % 50 == 0)
            {
                Console.Error.WriteLine($"{index + 1} points, {unequal} unequal, {clock.Elapsed.TotalSeconds:0} s");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"crash-matrix: {matrix.Calls} calls, {points.Count} points, {unequal} unequal, {clock.Elapsed.TotalSeconds:0} s, image {matrix.Image}"));
        return unequal == 0 ? 0 : 1;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // An Azurite has a limited number of accounts, and every point needs one of its own.
    private sealed class Accounts : IAsyncDisposable
    {
        private AzuriteProcess? _azurite;
        private int _left;

        public async Task<AzuriteAccount> NextAsync()
        {
            if (_left-- == 0)
            {
                await DisposeAsync();
                _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { AccountCount = AccountsOfOne });
                _left = AccountsOfOne - 1;
            }

            return _azurite!.NextAccount();
        }

        public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
