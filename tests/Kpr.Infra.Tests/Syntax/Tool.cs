using System.Diagnostics;

namespace Kpr.Infra.Tests.Syntax;

/// <summary>Programs of this machine that tests ask.</summary>
internal static class Tool
{
    /// <summary>Where a program is; null when it is not on the path.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => OperatingSystem.IsWindows() ? (string[])[Path.Combine(folder, name + ".exe"), Path.Combine(folder, name + ".cmd")] : [Path.Combine(folder, name)])
        .FirstOrDefault(File.Exists);

    /// <summary>Why a test cannot run here; null when all its programs are on the path.</summary>
    public static string? Missing(string[] programs) => programs.FirstOrDefault(program => Find(program) is null) is { } missing
        ? $"{missing} is not on this machine's path."
        : null;

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(Find(program) ?? program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
