using System.CommandLine;
using Kpr.Core.Cases;
using Kpr.Local.Playing;

namespace Kpr.Local.Commands;

/// <summary><c>kpr case play</c>: plays cases from a file by the rules, on a clock that goes as the file says.</summary>
internal static class CaseCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var file = new Argument<string>("FILE") { Description = "YAML: start, og steps med at, as, case, do, with, expect. Eksempler i infra/local/cases." };
        var json = new Option<bool>("--json") { Description = "Én hendelse som JSON på hver linje." };
        var play = new Command("play", "Spill saker fra en fil etter reglene: én linje per hendelse, med frister.") { file, json };
        play.SetAction((parsed, cancellation) => PlayAsync(parsed.GetRequiredValue(file), parsed.GetValue(json), output, cancellation));
        return new Command("case", "Saker: spill dem fra en fil.") { play };
    }

    private static async Task<int> PlayAsync(string path, bool json, CommandOutput output, CancellationToken cancellation)
    {
        CasePlay play;
        try
        {
            using var text = File.OpenText(path);
            play = PlayFile.Read(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlayFileException)
        {
            await output.Error.WriteLineAsync($"{path}: {e.Message}");
            return ExitCode.Usage;
        }

        var run = new PlayRun(new RulesStage(new CaseProcess(), play.Start), new PlayTimeline(output.Out, json), output.Error);
        return await run.GiveAsync(play, cancellation) ? ExitCode.Good : ExitCode.JudgedBad;
    }
}
