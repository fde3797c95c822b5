using System.Diagnostics;
using System.Globalization;

namespace Kpr.Benchmarks.Measuring;

/// <summary>A finished run of another program.</summary>
/// <param name="Elapsed">From start to end.</param>
/// <param name="PeakMemory">Most resident memory in bytes (VmHWM).</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to stdout and stderr.</param>
internal sealed record ChildProcess(TimeSpan Elapsed, long PeakMemory, int ExitCode, string Output)
{
    private const int LookEvery = 5;

    /// <summary>Runs a program to its end, on the first core alone where <c>taskset</c> can see to that.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ChildProcess Run(string program, params string[] arguments)
    {
        var start = HasProgram("taskset")
            ? new ProcessStartInfo("taskset", ["-c", "0", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(LookEvery))
        {
            // taskset becomes the program, under the same number; the peak only ever rises.
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        var elapsed = watch.Elapsed;
        return new ChildProcess(elapsed, peak, process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Stops unless the run ended well.</summary>
    /// <exception cref="InvalidOperationException">Another exit code than 0.</exception>
    public ChildProcess Good(string what) => ExitCode == 0 ? this : throw new InvalidOperationException($"{what} ended with {ExitCode}: {Output}");

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim()[..^3], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // It has ended meanwhile, or the system has no such file.
            return 0;
        }
    }
}
