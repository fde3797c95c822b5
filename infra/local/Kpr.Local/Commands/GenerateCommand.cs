using System.CommandLine;
using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Local.Generation;

namespace Kpr.Local.Commands;

/// <summary><c>kpr generate</c>: writes a set of synthetic files with known faults.</summary>
internal static class GenerateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var set = new Option<string>("--set")
        {
            HelpName = "tiny|small|county|national",
            Required = true,
            Description = "Hvor stort settet er.",
        };
        set.AcceptOnlyFromAmong([.. SetSize.All.Select(size => size.Name)]);
        var seed = new Option<ulong>("--seed") { HelpName = "N", Required = true, Description = "Samme tall gir samme sett." };
        var faults = new Option<double>("--faults")
        {
            HelpName = "RATE",
            Description = "Sannsynlighet for en plantet feil, per post og per fil: 0–1.",
            DefaultValueFactory = _ => 0,
            CustomParser = result => Rate(result),
        };
        var folder = new Option<string>("--out") { HelpName = "DIR", Required = true, Description = "Mappen settet skrives til." };
        var today = new Option<DateOnly>("--today")
        {
            HelpName = "D",
            Description = "Dagen settet er laget (åååå-mm-dd), ikke i framtiden.",
            DefaultValueFactory = _ => GenerateOptions.UsualDay,
            CustomParser = result => Day(result),
        };
        var environment = EnvironmentOption.Create();
        var command = new Command("generate", "Lag et sett med syntetiske filer, og expected.json med det registeret skal svare.")
        {
            set, seed, faults, folder, today, environment,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new GenerateOptions(
                SetSize.Find(parsed.GetRequiredValue(set)), parsed.GetRequiredValue(seed), parsed.GetRequiredValue(faults),
                parsed.GetRequiredValue(folder), parsed.GetRequiredValue(today), EnvironmentOption.Read(parsed.GetRequiredValue(environment)));
            return Task.FromResult(Generate(options, output, cancellation));
        });
        return command;
    }

    private static int Generate(GenerateOptions options, CommandOutput output, CancellationToken cancellation)
    {
        try
        {
            var (files, records) = new SetGenerator(options, TimeProvider.System).Generate(cancellation);
            output.Out.WriteLine($"{files} filer med {records} poster og expected.json i {options.Folder}");
            return ExitCode.Good;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error.WriteLine($"Kan ikke skrive settet: {e.Message}");
            return ExitCode.Usage;
        }
    }

    private static double Rate(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is >= 0 and <= 1)
        {
            return rate;
        }

        result.AddError("--faults er et tall fra 0 til 1, for eksempel 0.02.");
        return 0;
    }

    // Files of a day to come would be full of events in the future.
    private static DateOnly Day(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= 2021 && day <= NorwegianTime.Today(TimeProvider.System))
        {
            return day;
        }

        result.AddError("--today er en dato åååå-mm-dd fra 2021 til i dag.");
        return default;
    }
}
