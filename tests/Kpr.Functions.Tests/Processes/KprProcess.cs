using System.Diagnostics;
using Kpr.Local;

namespace Kpr.Functions.Tests.Processes;

/// <summary>The command line kpr as a process of its own.</summary>
internal static class KprProcess
{
    /// <summary>Starts it.</summary>
    /// <param name="folder">The folder it runs in: its state lies in <c>.kpr</c> below.</param>
    /// <param name="args">The arguments behind kpr.</param>
    public static Process Start(string folder, params string[] args) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(KprCommandLine).Assembly.Location, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
