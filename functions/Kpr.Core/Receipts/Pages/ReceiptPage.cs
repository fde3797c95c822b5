using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Rules;

namespace Kpr.Core.Receipts.Pages;

/// <summary>
/// The receipt as a page in Norwegian, for those who work in a municipality or a practice: what became of the file, what is
/// wrong, where to find it in their own journal, and what to do. One file without anything to load; every value is encoded.
/// </summary>
public static class ReceiptPage
{
    private const int MostFrequent = 10;
    private const int ShownPlaces = 50;

    /// <summary>Writes the page of a receipt.</summary>
    public static string Write(Receipt receipt)
    {
        var page = new PageText($"Kvittering for {receipt.File.Name}: {ReceiptText.Name(receipt.Status)}");
        page.Markup("<header>\n<h1>Kvittering for ").Text(receipt.File.Name).Markup("</h1>\n");
        WriteStatus(page, receipt);
        page.Markup("</header>\n<main>\n");
        WriteCounts(page, receipt);
        WriteMostFrequent(page, receipt);
        WriteFindings(page, receipt);
        WriteFile(page, receipt);
        page.Markup("</main>\n<footer>\n<p class=\"quiet\">Kvitteringen viser aldri fødselsnummer eller andre identitetsnumre. ")
            .Markup("En post er det dere melder om én gang, for eksempel en hendelse, en bruker eller en regning. ")
            .Markup("Lokal id er postens egen id, slik fagsystemet deres sendte den; med den finner dere posten igjen.</p>\n</footer>\n");
        return page.Finish();
    }

    private static void WriteStatus(PageText page, Receipt receipt)
    {
        var records = Records(receipt);
        var counts = receipt.Counts;
        var (kind, heading, meaning, next) = receipt.Status switch
        {
            ReceiptStatus.Accepted when counts.Read == 0 => ("good", "Mottatt, uten innhold", "Filen er lest, men har ingen poster.", "Kontroller at det er meningen. Ellers trenger dere ikke gjøre noe."),
            ReceiptStatus.Accepted when counts.Warnings > 0 => ("good", "Mottatt, med advarsler", $"Alle {records} er lagret i registeret.",
                "Dere trenger ikke sende filen på nytt. Se på advarslene, og rett dem i fagsystemet, så de ikke kommer igjen."),
            ReceiptStatus.Accepted => ("good", "Mottatt", $"Alle {records} er lagret i registeret.", "Dere trenger ikke gjøre noe."),
            ReceiptStatus.PartlyAccepted => ("partly", "Delvis mottatt", $"{ReceiptText.Number(counts.Accepted)} av {ReceiptText.Number(counts.Read)} {records} er lagret. {ReceiptText.Number(counts.Rejected)} er avvist og ikke lagret.",
                "Rett det som er feil i fagsystemet, og send det på nytt, slik rådene under sier."),
            ReceiptStatus.Rejected => ("bad", "Avvist", "Ingenting av filen er lagret.", "Rett det som er feil, slik rådene under sier, og send hele filen på nytt."),
            ReceiptStatus.Held => ("wait", "Satt på vent", "Filen er lest, men ingenting av den er lagret ennå.", "Se hva den venter på under. Dere får en ny kvittering når ventetiden er over."),
            _ => throw new ArgumentOutOfRangeException(nameof(receipt), receipt.Status, null),
        };
        page.Markup("<div class=\"notice ").Markup(kind).Markup("\" role=\"status\">\n<p><strong>").Text(heading).Markup("</strong></p>\n<p>").Text(meaning)
            .Markup("</p>\n<p>").Text(next).Markup("</p>\n</div>\n");
    }

    private static void WriteCounts(PageText page, Receipt receipt)
    {
        var counts = receipt.Counts;
        page.Markup("<h2>Slik gikk det</h2>\n").Table($"Antall {Records(receipt)} i filen")
            .Row("Lest", counts.Read).Row("Mottatt", counts.Accepted).Row("Avvist", counts.Rejected)
            .Row("Duplikater (samme post sendt flere ganger)", counts.Duplicates).Row("Advarsler", counts.Warnings).EndTable();
    }

    private static void WriteMostFrequent(PageText page, Receipt receipt)
    {
        if (receipt.Rules.Count == 0)
        {
            return;
        }

        var heading = receipt.Rules.Count > MostFrequent ? "De ti vanligste feilene" : "Det som er feil";
        page.Markup("<h2>").Text(heading).Markup("</h2>\n")
            .Table($"{heading}, etter antall", "#Antall", "Hva er galt", "Hva dere gjør");
        foreach (var (id, count) in receipt.Rules.OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal).Take(MostFrequent))
        {
            var rule = RuleCatalogue.Find(id);
            page.Markup("<tr><td class=\"number\">").Number(count).Markup("</td><td><a href=\"#").Text(id).Markup("\">").Text(id).Markup("</a>: ").Text(rule?.Norwegian)
                .Markup("<br/><span class=\"quiet\">").Text(Meaning(receipt, Worst(receipt, id, rule))).Markup("</span></td><td>").Text(rule?.Advice)
                .Markup("<br/><span class=\"quiet\">Hvem: ").Text(rule is null ? "ukjent" : RuleReader.Of(rule)).Markup("</span></td></tr>\n");
        }

        page.EndTable();
    }

    private static void WriteFindings(PageText page, Receipt receipt)
    {
        if (receipt.Rules.Count == 0)
        {
            return;
        }

        page.Markup("<h2>Hvor feilene er</h2>\n");
        var places = receipt.Findings.ToLookup(finding => finding.Rule, StringComparer.Ordinal);
        var rules = receipt.Rules.Keys.Select(id => (Id: id, Rule: RuleCatalogue.Find(id)))
            .OrderByDescending(rule => Worst(receipt, rule.Id, rule.Rule)).ThenBy(rule => rule.Id, StringComparer.Ordinal);
        foreach (var (id, rule) in rules)
        {
            page.Markup("<section id=\"").Text(id).Markup("\">\n<h3>").Text(id).Markup(": ").Text(rule?.Norwegian).Markup("</h3>\n");
            WritePlaces(page, id, [.. places[id]], receipt.Rules[id]);
            page.Markup("<p><strong>Hva dere gjør:</strong> ").Text(rule?.Advice).Markup("</p>\n</section>\n");
        }
    }

    private static void WritePlaces(PageText page, string rule, List<Finding> findings, long count)
    {
        if (findings.Count > 0)
        {
            page.Table($"Steder med feil {rule}", "Lokal id i fagsystemet", "Plass i filen", "Hva er galt");
            foreach (var finding in findings.Take(ShownPlaces))
            {
                page.Markup("<tr><td><code>").Text(finding.RecordId ?? "–").Markup("</code></td><td>").Text(Place(finding)).Markup("</td><td>").Text(finding.Message).Markup("</td></tr>\n");
            }

            page.EndTable();
        }

        var more = count - Math.Min(findings.Count, ShownPlaces);
        if (more > 0)
        {
            page.Markup("<p>").Text(findings.Count == 0 ? "" : "Og ").Number(more).Markup(" funn til. Alle står i listen over funn (findings.jsonl) ved siden av kvitteringen.</p>\n");
        }
    }

    private static void WriteFile(PageText page, Receipt receipt)
    {
        var file = receipt.File;
        if (receipt.ReferenceData?.Warning() is { } warning)
        {
            page.Markup("<p>").Text(warning).Markup("</p>\n");
        }

        page.Markup("<h2>Om filen</h2>\n").Table("Opplysninger om filen")
            .Row("Filnavn", file.Name).Row("Avsender", Sender(file.Sender)).Row("Hva filen gjelder", file.Feed)
            .Row("Format", file.Format is null ? "ukjent" : $"{file.Format} {file.FormatVersion}".TrimEnd()).Row("Meldingens id", file.MessageId ?? "ikke oppgitt")
            .Row("Mottatt", Time(receipt.ReceivedAt)).Row("Ferdig kontrollert", Time(receipt.CompletedAt)).Row("Størrelse", $"{ReceiptText.Number(file.Bytes)} byte")
            .Row("Kontrollsum (SHA-256)", file.Sha256 ?? "ikke regnet ut")
            .Row("Kontrollert mot referansedata", receipt.ReferenceData is { } used ? $"{used.Label} ({used.Version})" : "ikke oppgitt").EndTable();
    }

    private static string Sender(string? sender) =>
        sender is null ? "ikke oppgitt" : Municipalities.Find(sender) is { } municipality ? $"{sender} {municipality.Name}" : sender;

    private static string Records(Receipt receipt) => (receipt.File.Feed is { } name ? Feeds.Find(name)?.RecordsInNorwegian : null) ?? "poster";

    // What a rule did here; where none of its findings is listed, what it usually does.
    private static Severity Worst(Receipt receipt, string id, Rule? rule) =>
        receipt.Findings.Where(finding => finding.Rule == id).Select(finding => (Severity?)finding.Severity).Max() ?? rule?.Severity ?? Severity.Warning;

    private static string Meaning(Receipt receipt, Severity severity) => (severity, receipt.Status) switch
    {
        (Severity.RejectFile, _) => "Hele filen er avvist",
        (Severity.RejectRecord, ReceiptStatus.PartlyAccepted) => "Posten er avvist, resten er lagret",
        (Severity.RejectRecord, _) => "Posten er avvist",
        (_, ReceiptStatus.Accepted or ReceiptStatus.PartlyAccepted) => "Advarsel; posten er lagret likevel",
        _ => "Advarsel",
    };

    private static string Place(Finding finding)
    {
        var parts = new List<string>(3);
        if (finding.Ordinal is { } ordinal)
        {
            parts.Add($"post {ReceiptText.Number(ordinal)}");
        }

        if (finding.Line is { } line)
        {
            parts.Add($"linje {ReceiptText.Number(line)}");
        }

        if (finding.Field is { } field)
        {
            parts.Add($"felt {field}");
        }

        return parts.Count == 0 ? "hele filen" : string.Join(", ", parts);
    }

    private static string Time(DateTime utc) =>
        NorwegianTime.ToLocal(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc))).ToString("dd.MM.yyyy 'kl.' HH:mm", CultureInfo.InvariantCulture);
}
