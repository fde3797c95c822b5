using System.Globalization;
using System.Runtime.InteropServices;

namespace Kpr.Benchmarks.Measuring;

/// <summary>What a figure holds for: machine, systems, versions, day, and what else the machine had to do.</summary>
internal static class Machine
{
    /// <summary>One line of Markdown.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription.Trim()}; {RuntimeInformation.FrameworkDescription}; {DateTime.UtcNow:yyyy-MM-dd}; load before: {Load()}.");

    private static string Processor() =>
        Lines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    // Waiting and running processes over the last minute: above a few tenths the figures are too low.
    private static string Load() => Lines("/proc/loadavg") is [var line] ? line.Split(' ')[0] : "unknown";

    private static string[] Lines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];
}
