using System.Globalization;
using System.Runtime.InteropServices;

namespace Kpr.Benchmarks.Measuring;

/// <summary>What a figure holds for: machine, systems, versions and day.</summary>
internal static class Machine
{
    /// <summary>One line of Markdown.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription.Trim()}; {RuntimeInformation.FrameworkDescription}; {DateTime.UtcNow:yyyy-MM-dd}.");

    private static string Processor() =>
        Lines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    private static string[] Lines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];
}
