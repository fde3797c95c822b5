using System.Diagnostics;

namespace Kpr.Functions.Tests.CommandLine;

/// <summary>The browser of this machine, without a window.</summary>
internal static class Browser
{
    /// <summary>Where it is; null when it is not on the path.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => (string[])[System.IO.Path.Combine(folder, "chromium"), System.IO.Path.Combine(folder, "chromium-browser")]).FirstOrDefault(File.Exists);

    /// <summary>The document of a page when all has been loaded and every script has run.</summary>
    /// <param name="page">The file.</param>
    /// <param name="profile">An empty folder for what the browser keeps.</param>
    public static Task<string> OpenAsync(string page, string profile) => RunAsync(page, profile, "--dump-dom");

    /// <summary>Prints a page as it comes out of a printer.</summary>
    /// <param name="page">The file.</param>
    /// <param name="profile">An empty folder for what the browser keeps.</param>
    /// <param name="paper">The file that is printed to (PDF).</param>
    public static Task PrintAsync(string page, string profile, string paper) => RunAsync(page, profile, $"--print-to-pdf={paper}");

    private static async Task<string> RunAsync(string page, string profile, string what)
    {
        var start = new ProcessStartInfo(
            Path!,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}", what, new Uri(page).AbsoluteUri,
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var document = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return document;
    }
}
