using System.CommandLine;
using Kpr.Core.Formats;
using Kpr.Core.Rules;
using Kpr.Local.Checking;

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

        var command = new Command("check", "Kontroller filer med registerets egne regler.") { paths, feed, sender, environment, json, findings, pages };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new RuleSettings { Environment = EnvironmentOption.Read(parsed.GetRequiredValue(environment)) };
            var options = new CheckOptions(
                parsed.GetValue(feed), parsed.GetValue(sender), settings, parsed.GetValue(json), parsed.GetValue(findings), parsed.GetValue(pages));
            return Task.FromResult(new CheckRun(options, output, TimeProvider.System).Run(parsed.GetRequiredValue(paths), cancellation));
        });
        return command;
    }
}
