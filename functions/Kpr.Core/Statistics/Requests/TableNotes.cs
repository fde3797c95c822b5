using System.Globalization;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Requests;

/// <summary>The notes below a table: what the numbers are, and what may be behind a hidden one. They tell the rules, and of no cell which one hid it.</summary>
public static class TableNotes
{
    /// <summary>Notes to a table of counts.</summary>
    /// <param name="request">The table.</param>
    /// <param name="rules">The rules that it was protected by.</param>
    /// <param name="linked">Whether other tables of the same request were protected with it.</param>
    public static IReadOnlyList<TableNote> Of(TableRequest request, PrimaryRules rules, bool linked = false) =>
    [
        request.Measure switch
        {
            TableMeasure.Persons => new TableNote("Tallene er personer.", "The numbers are persons."),
            TableMeasure.Contacts => new TableNote("Tallene er kontakter.", "The numbers are contacts."),
            _ => new TableNote($"Tallene er summer av {request.SumOf}.", $"The numbers are sums of {request.SumOf}."),
        },
        .. Protection(rules, linked),
        new TableNote(
            "Andeler og gjennomsnitt av disse tallene skal bare regnes av tall som er vist.", "Shares and means of these numbers must be made of shown numbers only."),
    ];

    /// <summary>Notes to a table of quotients.</summary>
    /// <param name="quotient">The table.</param>
    /// <param name="rules">The rules that its counts were protected by.</param>
    /// <param name="of">Headline of the table that is divided.</param>
    /// <param name="per">Headline of the table that it is divided by.</param>
    public static IReadOnlyList<TableNote> Of(QuotientTable quotient, PrimaryRules rules, string of, string per) =>
    [
        quotient.Quotient.Kind == QuotientKind.Rate
            ? new TableNote($"Tallene er rater: «{of}» per 1 000 personer av «{per}».", $"The numbers are rates: “{of}” per 1,000 persons of “{per}”.")
            : new TableNote($"Tallene er gjennomsnitt: «{of}» delt på «{per}».", $"The numbers are means: “{of}” divided by “{per}”."),
        new TableNote(
            "Rundet til én desimal, halve bort fra null. Ingenting er regnet av skjulte tall: et forholdstall vises når begge tallene det er laget av, er vist.",
            "Rounded to one decimal, halves away from zero. Nothing is made of hidden numbers: a quotient is shown when both its numbers are shown."),
        new TableNote($"{TableText.Nothing} er ikke til å regne ut: ingen å dele på.", $"{TableText.Nothing} cannot be computed: nobody to divide by."),
        .. Protection(rules, linked: true),
    ];

    private static IEnumerable<TableNote> Protection(PrimaryRules rules, bool linked)
    {
        var below = rules.HideBelow.ToString(CultureInfo.InvariantCulture);
        yield return new TableNote(
            $"{TableText.Hidden} er skjult: under {below} personer, eller tall som slike kunne regnes ut av. Tegnet sier ikke hvilket.",
            $"{TableText.Hidden} is hidden: fewer than {below} persons, or a number by which such could be computed. The sign does not tell which.");
        if (rules.FewestContributors is { } fewest)
        {
            yield return new TableNote($"Også tall som færre enn {fewest} virksomheter står bak, er skjult.", $"Numbers with fewer than {fewest} providers behind them are hidden as well.");
        }

        if (rules.Dominance is not null || rules.PPercent is not null)
        {
            yield return new TableNote("Også tall som én eller noen få virksomheter står for nesten alt av, er skjult.", "Numbers of which one or a few providers have nearly all are hidden as well.");
        }

        if (rules.CollapseBelow is not null)
        {
            yield return new TableNote("Også tall der alle i en liten gruppe er i samme kategori, er skjult.", "Numbers where all of a small group are in one category are hidden as well.");
        }

        if (rules.SmallMunicipalityBelow is { } small)
        {
            yield return new TableNote($"Kommuner med under {small} personer i tabellen er bare vist samlet.", $"Municipalities with fewer than {small} persons in the table are shown as a whole only.");
        }

        yield return rules.Zeros == ZeroPolicy.Publish ? new TableNote("Nuller er vist.", "Zeros are shown.") : new TableNote("Nuller er skjult på samme måte.", "Zeros are hidden likewise.");
        yield return new TableNote(
            string.Create(CultureInfo.InvariantCulture, $"Ingen skjulte tall kan regnes ut nærmere enn {rules.Width}, heller ikke av alle tallene i {(linked ? "bestillingens tabeller" : "tabellen")} sammen."),
            string.Create(CultureInfo.InvariantCulture, $"No hidden number can be computed more closely than {rules.Width}, not from all numbers of the {(linked ? "tables of the request" : "table")} together either."));
    }
}
