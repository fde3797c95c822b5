using System.CommandLine;
using System.CommandLine.Parsing;
using Kpr.Core.Statistics.Rules;
using Kpr.Local.Tables;

namespace Kpr.Local.Commands;

/// <summary><c>kpr table</c>: protects tables of counts so that nobody can be found in them, and audits published ones.</summary>
internal static class TableCommand
{
    private const int Default = 5;

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output) =>
        new("table", "Gjør tabeller klare for publisering, eller kontroller publiserte.")
        {
            Sub("protect", "IN.csv", "Skjul små tall, og så mye mer at ingen av dem kan regnes ut.", output, run => run.Protect(), writes: true),
            Sub("audit", "PUBLISHED.csv", "Regn ut hva som kan sies om de skjulte tallene i en publisert tabell.", output, run => run.Audit(), writes: false),
        };

    private static Command Sub(string name, string file, string description, CommandOutput output, Func<TableRun, int> run, bool writes)
    {
        var input = new Argument<string>("FILE") { HelpName = file, Description = "CSV med kolonnenavn; komma eller semikolon." };
        var count = new Option<string>("--count") { HelpName = "COLUMN", Required = true, Description = "Kolonnen med antall." };
        var by = new Option<string>("--by") { HelpName = "A,B,C", Required = true, Description = "Kolonnene tabellen fordeles etter." };
        var hierarchy = new Option<string[]>("--hierarchy")
        {
            HelpName = "COLUMN=FILE",
            Description = "CSV barn,forelder for en kolonne. Flere for samme kolonne er flere grupperinger.",
        };
        var total = new Option<string>("--total-code") { HelpName = "CODE", Description = "Koden for totaler.", DefaultValueFactory = _ => "Total" };
        var below = new Option<int>("--hide-below") { HelpName = "N", Description = "Skjul antall fra 1 til under N.", DefaultValueFactory = _ => Default };
        var width = new Option<int>("--width") { HelpName = "N", Description = "Minste avstand mellom det minste og det største et skjult tall kan være.", DefaultValueFactory = _ => Default };
        var zeros = new Option<string>("--zeros") { HelpName = "publish|hide", Description = "Vis alle nuller, eller skjul dem som små tall.", DefaultValueFactory = _ => "publish" };
        zeros.AcceptOnlyFromAmong("publish", "hide");
        var table = new Option<string?>("--out") { HelpName = "OUT.csv", Required = writes, Description = "Tabellen slik den kan publiseres; skjulte celler er kolon." };
        var audit = new Option<string?>("--audit") { HelpName = "AUDIT.json", Description = "Kontrollen som JSON; ellers til stdout." };
        AtLeastOne(below);
        AtLeastOne(width);
        hierarchy.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
            {
                result.AddError($"--hierarchy skrives KOLONNE=FIL, ikke «{token.Value}».");
            }
        });
        var command = new Command(name, description) { input, count, by, hierarchy, total, below, width, zeros, table, audit };
        command.Validators.Add(result => Check(result, by, count, hierarchy));
        command.SetAction(parsed => run(new TableRun(
            new TableOptions(
                parsed.GetRequiredValue(input),
                parsed.GetRequiredValue(count),
                parsed.GetRequiredValue(by).Split(','),
                [.. (parsed.GetValue(hierarchy) ?? []).Select(Pair)],
                parsed.GetRequiredValue(total),
                parsed.GetValue(below),
                parsed.GetValue(width),
                parsed.GetValue(zeros) == "hide" ? ZeroPolicy.Hide : ZeroPolicy.Publish,
                parsed.GetValue(table),
                parsed.GetValue(audit)),
            output,
            TimeProvider.System)));
        return command;
    }

    private static (string Column, string File) Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return (text[..at], text[(at + 1)..]);
    }

    private static void AtLeastOne(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var value) && value < 1)
        {
            result.AddError($"{option.Name} er 1 eller mer.");
        }
    });

    private static void Check(CommandResult result, Option<string> by, Option<string> count, Option<string[]> hierarchy)
    {
        if (result.GetResult(by)?.Tokens is not [{ Value: var columns }])
        {
            return;
        }

        var names = columns.Split(',');
        if (names.Contains("") || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            result.AddError("--by nevner hver kolonne én gang, med komma mellom.");
        }

        if (result.GetResult(count)?.Tokens is [{ Value: var counted }] && names.Contains(counted))
        {
            result.AddError($"«{counted}» kan ikke både telles og fordeles etter.");
        }

        foreach (var token in result.GetResult(hierarchy)?.Tokens ?? [])
        {
            if (token.Value.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && !names.Contains(token.Value[..at]))
            {
                result.AddError($"--hierarchy gjelder «{token.Value[..at]}», som ikke står i --by.");
            }
        }
    }
}
