namespace Kpr.Core.Tests.Statistics;

/// <summary>A test that asks glpsol of Debian's glpk-utils; skipped where it is not installed.</summary>
public sealed class GlpsolFactAttribute : FactAttribute
{
    public GlpsolFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "glpsol"))))
        {
            Skip = "glpsol is not installed (apt install glpk-utils).";
        }
    }
}
