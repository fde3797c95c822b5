using System.Globalization;

namespace Kpr.Core.Rules;

/// <summary>The published catalogue of rules (docs/rules.md), made from <see cref="RuleCatalogue"/>.</summary>
public static class RuleCataloguePage
{
    private static readonly (char Letter, string Title)[] Groups =
    [
        ('F', "F – fil og konvolutt (file and envelope)"),
        ('I', "I – identitet (identity)"),
        ('A', "A – årlig rapport (annual report)"),
        ('E', "E – hendelser (events)"),
        ('K', "K – krav (claims)"),
    ];

    /// <summary>Writes the page in Markdown, lines ended by a line feed.</summary>
    public static void Write(TextWriter page)
    {
        Line(page, "# Regler (rules)");
        Line(page);
        Line(page, "Denne siden er laget av reglene i programmet (`functions/Kpr.Core/Rules`, én fil per regel) og holdes à jour av en test.");
        Line(page, "En kvittering viser regelens nummer; her står hva regelen krever, hva et brudd koster, og hva avsender kan gjøre.");
        Line(page, "Et brudd kan avvise filen (ingenting lagres), avvise posten (posten settes til side, resten lagres) eller gi en advarsel (posten lagres;");
        Line(page, "en verdi som er feil, kan bli blanket eller rettet). Kvitteringen gjengir aldri et identitetsnummer.");
        Line(page);
        Line(page, "This page is made from the rules in the program and kept current by a test. A finding rejects the file, rejects the record, or warns.");
        Line(page, "Where a rule has several severities, the usual one stands first. Choices where schema and register disagree: "
            + "[ADR 0004](adr/0004-where-schema-and-register-disagree.md), for school health [ADR 0014](adr/0014-school-health.md).");
        foreach (var (letter, title) in Groups)
        {
            var rules = RuleCatalogue.All.Where(rule => rule.Id[0] == letter).ToList();
            if (rules.Count > 0)
            {
                WriteGroup(page, title, rules);
            }
        }
    }

    private static void WriteGroup(TextWriter page, string title, List<Rule> rules)
    {
        Line(page);
        Line(page, $"## {title}");
        Line(page);
        Line(page, "| Regel | Brudd | Krav | Demand | Råd | Kilde | Gjelder |");
        Line(page, "|---|---|---|---|---|---|---|");
        foreach (var rule in rules)
        {
            string[] cells =
            [
                rule.Id, Cost(rule), rule.Norwegian, rule.English, rule.Advice, rule.Source, Validity(rule),
            ];
            Line(page, $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |");
        }
    }

    private static string Cost(Rule rule) => rule.Severities.Count == 0 ? "ingen" : string.Join(", ", rule.Severities.Select(severity => severity switch
    {
        Severity.RejectFile => "avviser filen",
        Severity.RejectRecord => "avviser posten",
        _ => "advarsel",
    }));

    private static string Validity(Rule rule)
    {
        var from = rule.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return rule.ValidTo is { } to ? $"{from} til {to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : $"fra {from}";
    }

    private static void Line(TextWriter page, string text = "")
    {
        page.Write(text);
        page.Write('\n');
    }
}
