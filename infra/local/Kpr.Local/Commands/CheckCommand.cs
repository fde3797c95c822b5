using System.CommandLine;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Rules;
using Kpr.Local.Checking;
using Kpr.Local.Referencing;

namespace Kpr.Local.Commands;

/// <summary><c>kpr check</c>: judges files by the register's own rules, without any server.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            HelpName = "PATH...",
            Description = "Filer og mapper. En mappe kontrolleres som ett sett.",
        };
        var feed = new Option<string?>("--feed")
        {
            HelpName = "F",
            Description = "Strømmen filene hører til. Ellers leses den av stien …/strøm/avsender/fil, eller av innholdet.",
        };
        feed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && Feeds.Find(name) is null)
            {
                result.AddError($"Ukjent strøm: {name}. Kjente: {string.Join(", ", Feeds.All.Select(known => known.Name))}.");
            }
        });
        var sender = new Option<string?>("--sender")
        {
            HelpName = "S",
            Description = "Avsenderen: kommunenummer eller organisasjonsnummer. Ellers leses den av stien.",
        };
        var environment = EnvironmentOption.Create();
        var json = new Option<bool>("--json") { Description = "Én kvittering som JSON på hver linje." };
        var findings = new Option<string?>("--findings")
        {
            HelpName = "DIR",
            Description = "Skriv alle funn for hver fil til denne mappen, som JSON-linjer.",
        };

        var pages = new Option<string?>("--receipts")
        {
            HelpName = "DIR",
            Description = "Skriv kvitteringen for hver fil til denne mappen, som en side for nettleser og utskrift.",
        };

        var reference = new Option<string?>("--reference")
        {
            HelpName = "DIR",
            Description = "Referansedata å kontrollere mot, for eksempel takster (docs/reference-data.md). Ellers de som er innebygd.",
        };

        var command = new Command("check", "Kontroller filer med registerets egne regler.")
        {
            paths, feed, sender, environment, json, findings, pages, reference,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new RuleSettings { Environment = EnvironmentOption.Read(parsed.GetRequiredValue(environment)) };
            if (Load(parsed.GetValue(reference), output) is not { } set)
            {
                return Task.FromResult(ExitCode.Usage);
            }

            var options = new CheckOptions(
                parsed.GetValue(feed), parsed.GetValue(sender), settings, parsed.GetValue(json), parsed.GetValue(findings), set, parsed.GetValue(pages));
            return Task.FromResult(new CheckRun(options, output, TimeProvider.System).Run(parsed.GetRequiredValue(paths), cancellation));
        });
        return command;
    }

    // Null when the set does not hold; why has then been told.
    private static ReferenceData? Load(string? folder, CommandOutput output)
    {
        if (folder is null)
        {
            return ReferenceData.Default;
        }

        var reading = ReferenceCommand.Read(folder, output);
        if (reading is { Set: null })
        {
            ReferenceReport.WriteFaults(output.Error, reading.Faults);
        }

        return reading?.Set;
    }
}
