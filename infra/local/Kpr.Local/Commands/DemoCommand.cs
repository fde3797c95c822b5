using System.CommandLine;
using System.Globalization;
using Kpr.Local.Demo;
using Kpr.Local.Running;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Local.Commands;

/// <summary><c>kpr demo</c>: the main job, shown on a small set of files, beside anything else that runs.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var command = new Command("demo", "Vis hovedjobben: filer inn, kvitteringer ut.");
        command.SetAction(async (_, cancellation) =>
        {
            var good = false;
            try
            {
                good = await new DemoRun(FreshFolder(), output).PlayAsync(cancellation);
            }
            catch (Exception e) when (e is TimeoutException or AzuriteUnavailableException)
            {
                await output.Error.WriteLineAsync(e.Message);
            }

            await output.Out.WriteLineAsync(good ? "demo: ok" : "demo: failed");
            return good ? ExitCode.Good : ExitCode.JudgedBad;
        });
        return command;
    }

    private static string FreshFolder()
    {
        var demos = Path.GetFullPath(Path.Combine(RunFile.StateFolder, "demo"));
        Directory.CreateDirectory(demos);
        for (var number = 1; ; number++)
        {
            var folder = Path.Combine(demos, string.Create(CultureInfo.InvariantCulture, $"{number:D3}"));
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                return folder;
            }
        }
    }
}
