using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Rules;

namespace Kpr.Core.Cases;

/// <summary>The published page of what cases are judged by (docs/case-rules.md), made from the rules, clocks, commands and refusals themselves.</summary>
public static class CaseRulesPage
{
    /// <summary>Writes the page in Markdown, lines ended by a line feed.</summary>
    public static void Write(TextWriter page)
    {
        Lines(page,
            "# Saksregler (case rules)", string.Empty,
            "Denne siden er laget av reglene i programmet (`functions/Kpr.Core/Cases`) og holdes à jour av en test. En sak bedømmes etter regelpakken som gjelder",
            "den dagen, og sier hvilken. Regler som er vedtatt, men ikke i kraft, får en dato i innstillingene når den er kjent.", string.Empty,
            "This page is made from the rules in the program and kept current by a test. A case is judged by the pack of its day, and says which.");
        WriteRules(page, "A – tjenestevei (routing)", CaseRuleCatalogue.All.OfType<RoutingRule>());
        WriteRules(page, "M – mangler (completeness)", CaseRuleCatalogue.All.OfType<ApplicationRule>().Where(rule => rule.Id[0] == 'M'));
        WriteRules(page, "X – samsvar (consistency)", CaseRuleCatalogue.All.OfType<ApplicationRule>().Where(rule => rule.Id[0] == 'X'));
        WriteRules(page, "G – lovens vilkår (legal gates)", CaseRuleCatalogue.All.OfType<Gate>());
        WriteTable(page, "Frister (clocks)", ["Frist", "Lengde", "Gjelder", "For", "Kilde"], ClockCatalogue.All.Select(clock => (string[])
            [Clock.KeyOf(clock.Kind, null), clock.Term?.Norwegian ?? "en dato", clock.Norwegian, clock.English, clock.Source]));
        WriteTable(page, "Kommandoer, tilstander og roller (commands, phases and roles)", ["Kommando", "Hva", "Når", "Hvem (forhold til saken)"], CommandCatalogue.All.Select(command => (string[])
            [$"`{command.Name}`", $"{command.Norwegian} ({command.English})", When(command), Who(command)]));
        WriteTable(page, "Avvisninger (refusals)", ["Nr.", "Tekst", "Text", "Kilde"], RefusalCatalogue.All.Select(refusal => (string[])
            [refusal.Number.ToString(CultureInfo.InvariantCulture), refusal.Norwegian, refusal.English, refusal.Source]));
    }

    private static void WriteRules(TextWriter page, string title, IEnumerable<CaseRule> rules) =>
        WriteTable(page, title, ["Regel", "Krav", "Demand", "Kilde", "Gjelder"], rules.Select(rule => (string[])
            [rule.Id, rule is ApplicationRule { Blocks: true } ? $"{rule.Norwegian} (må være oppfylt før innsending)" : rule.Norwegian, rule.English, rule.Source, Validity(rule)]));

    private static void WriteTable(TextWriter page, string title, string[] header, IEnumerable<string[]> rows)
    {
        Lines(page, string.Empty, $"## {title}", string.Empty, $"| {string.Join(" | ", header)} |", $"|{string.Concat(header.Select(_ => "---|"))}");
        foreach (var row in rows)
        {
            Lines(page, $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |");
        }
    }

    private static string Validity(CaseRule rule) =>
        (rule.ValidFrom is { } from ? $"fra {Format.Date(from)}" : "vedtatt, ikke i kraft")
        + (rule.ValidTo is { } to ? $" til {Format.Date(to)}" : string.Empty)
        + (rule.Replaces is { } old ? $"; erstatter {old}" : string.Empty);

    private static string When(CommandType command)
    {
        var open = Enum.GetValues<Phase>().Where(phase => phase != Phase.None && !phase.IsTerminal());
        var phases = command.Phases.SequenceEqual(open) ? "alle åpne" : string.Join(", ", command.Phases.Select(phase => Name(phase)));
        return command.Type.GetCustomAttribute<FromAttribute>() is { } from ? $"{phases}; bestilling: {string.Join(", ", from.States.Select(state => Name(state)))}" : phases;
    }

    private static string Who(CommandType command) => string.Join("; ", command.Type.GetCustomAttributes<ByAttribute>()
        .Select(by => $"{Name(by.Role)} ({string.Join(", ", by.Relations.Select(relation => Name(relation)))})"));

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static void Lines(TextWriter page, params string[] lines)
    {
        foreach (var line in lines)
        {
            page.Write(line);
            page.Write('\n');
        }
    }
}
