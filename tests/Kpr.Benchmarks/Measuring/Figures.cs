using System.Globalization;

namespace Kpr.Benchmarks.Measuring;

/// <summary>Figures as the tables show them.</summary>
internal static class Figures
{
    /// <summary>The shortest.</summary>
    public static TimeSpan Best(IEnumerable<TimeSpan> times) => times.Min();

    /// <summary>The middle one.</summary>
    public static TimeSpan Median(IReadOnlyCollection<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>Seconds.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.000} s");

    /// <summary>Throughput in 10⁶ bytes a second.</summary>
    public static string Throughput(long bytes, TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6 / time.TotalSeconds:0} MB/s");

    /// <summary>Records a second, in thousands.</summary>
    public static string Records(long records, TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{records / 1e3 / time.TotalSeconds:0} k/s");

    /// <summary>Memory or length in 10⁶ bytes.</summary>
    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB");

    /// <summary>How many times as fast.</summary>
    public static string Ratio(TimeSpan theirs, TimeSpan ours) => string.Create(CultureInfo.InvariantCulture, $"{theirs / ours:0.00} ×");

    /// <summary>A share of a whole.</summary>
    public static string Share(double part, double whole) => string.Create(CultureInfo.InvariantCulture, $"{100 * part / whole:0} %");
}
