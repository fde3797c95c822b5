using System.Text.Json;
using Kpr.Local;

namespace Kpr.Functions.Tests.CommandLine;

/// <summary>What a call of kpr answered.</summary>
internal sealed record CommandLineRun(int ExitCode, string Out, string Error)
{
    /// <summary>The JSON objects on stdout, one a line.</summary>
    public IReadOnlyList<JsonElement> Lines =>
        [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Calls kpr in this process.</summary>
    public static async Task<CommandLineRun> Of(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await KprCommandLine.RunAsync(args, output, error);
        return new CommandLineRun(exitCode, output.ToString(), error.ToString());
    }
}
