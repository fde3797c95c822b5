namespace Kpr.Benchmarks.Measuring;

/// <summary>The built <c>kpr</c>.</summary>
internal static class KprCommand
{
    /// <summary>Its path: built with this program, in the same configuration.</summary>
    /// <exception cref="InvalidOperationException">A debug build, whose figures would say nothing.</exception>
    public static string Path
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
            return own.Name == "release"
                ? System.IO.Path.Combine(own.Parent!.Parent!.FullName, "Kpr.Local", own.Name, OperatingSystem.IsWindows() ? "kpr.exe" : "kpr")
                : throw new InvalidOperationException("Only a release build is measured: dotnet run -c Release …");
        }
    }

    /// <summary>Checks a file that must be accepted without a finding.</summary>
    public static ChildProcess Check(string feed, string sender, string file)
    {
        var run = ChildProcess.Run(Path, "check", "--feed", feed, "--sender", sender, "--json", file).Good("kpr check");
        return run.Output.Contains("\"findings\":[]", StringComparison.Ordinal)
            ? run
            : throw new InvalidOperationException($"{file} should have no finding: {run.Output}");
    }
}
