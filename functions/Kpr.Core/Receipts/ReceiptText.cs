using System.Globalization;
using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Rules;

namespace Kpr.Core.Receipts;

/// <summary>The receipt as plain Norwegian text, for people: what became of the file, how many records, and what to do about each kind of fault.</summary>
public static class ReceiptText
{
    private const int ShownPlaces = 10;

    private static readonly CultureInfo Norwegian = NorwegianNumbers();

    /// <summary>Writes a receipt, ending with a line break.</summary>
    public static string Write(Receipt receipt)
    {
        var text = new StringBuilder();
        WriteFile(text, receipt);
        WriteCounts(text, receipt);
        WriteReferenceData(text, receipt.ReferenceData);
        foreach (var group in receipt.Findings.GroupBy(finding => (finding.Rule, finding.Severity)))
        {
            WriteRule(text, receipt, group.Key.Rule, group.Key.Severity, [.. group]);
        }

        if (receipt.FindingsTruncated)
        {
            text.Append("\nKvitteringen viser de første ").Append(Number(receipt.Findings.Count)).Append(" av ")
                .Append(Number(receipt.Rules.Values.Sum())).Append(" funn. Alle står i findings.jsonl.\n");
        }

        return text.ToString();
    }

    /// <summary>A status in Norwegian.</summary>
    public static string Name(ReceiptStatus status) => status switch
    {
        ReceiptStatus.Accepted => "mottatt",
        ReceiptStatus.PartlyAccepted => "delvis mottatt",
        ReceiptStatus.Rejected => "avvist",
        ReceiptStatus.Held => "satt på vent",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>A severity in Norwegian.</summary>
    public static string Name(Severity severity) => severity switch
    {
        Severity.Warning => "advarsel",
        Severity.RejectRecord => "posten avvises",
        Severity.RejectFile => "filen avvises",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    /// <summary>A whole number as Norwegians write it: a no-break space between thousands.</summary>
    public static string Number(long value) => value.ToString("N0", Norwegian);

    private static void WriteFile(StringBuilder text, Receipt receipt)
    {
        var file = receipt.File;
        text.Append("Kvittering for ").Append(file.Name).Append(": ").Append(Name(receipt.Status)).Append('\n');
        text.Append("  ").Append(file.Feed ?? "ukjent strøm");
        text.Append(file.Format is null ? "" : $", {file.Format} {file.FormatVersion}".TrimEnd());
        text.Append(file.Sender is null ? "" : $", avsender {file.Sender}");
        text.Append(file.MessageId is null ? "" : $", melding {file.MessageId}");
        text.Append(", ").Append(Number(file.Bytes)).Append(" byte\n");
    }

    private static void WriteCounts(StringBuilder text, Receipt receipt)
    {
        var counts = receipt.Counts;
        var records = receipt.File.Feed is { } name ? Feeds.Find(name)?.RecordsInNorwegian : null;
        text.Append("  ").Append(Number(counts.Read)).Append(' ').Append(records ?? "poster").Append(" lest: ")
            .Append(Number(counts.Accepted)).Append(" mottatt, ")
            .Append(Number(counts.Rejected)).Append(" avvist, ")
            .Append(Number(counts.Duplicates)).Append(" duplikater, ")
            .Append(Number(counts.Warnings)).Append(counts.Warnings == 1 ? " advarsel\n" : " advarsler\n");
    }

    private static void WriteReferenceData(StringBuilder text, ReceiptReferenceData? used)
    {
        if (used is null)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"  Referansedata: {used.Label}, gjelder fra {used.ValidFrom:yyyy-MM-dd}, versjon {used.Version}\n");
        text.Append(used.Warning() is { } warning ? $"  {warning}\n" : "");
    }

    private static void WriteRule(StringBuilder text, Receipt receipt, string rule, Severity severity, IReadOnlyList<Finding> findings)
    {
        // The number of findings is exact only while the receipt lists them all.
        var more = receipt.FindingsTruncated ? "minst " : "";
        text.Append("\n  ").Append(rule).Append(" (").Append(Name(severity)).Append(", ").Append(more)
            .Append(Number(findings.Count)).Append(" funn)");
        text.Append(RuleCatalogue.Find(rule) is { } known ? $": {known.Norwegian}\n" : "\n");
        foreach (var finding in findings.Take(ShownPlaces))
        {
            text.Append("    ").Append(Place(finding)).Append(finding.Message).Append('\n');
        }

        if (findings.Count > ShownPlaces)
        {
            text.Append("    … og ").Append(Number(findings.Count - ShownPlaces)).Append(" til\n");
        }

        text.Append(findings[0].Advice is { } advice ? $"    Råd: {advice}\n" : "");
    }

    private static string Place(Finding finding)
    {
        var parts = new List<string>(4);
        if (finding.Ordinal is { } ordinal)
        {
            parts.Add($"post {Number(ordinal)}");
        }

        if (finding.Line is { } line)
        {
            parts.Add($"linje {Number(line)}");
        }

        if (finding.RecordId is { } id)
        {
            parts.Add(id);
        }

        if (finding.Field is { } field)
        {
            parts.Add(field);
        }

        return parts.Count == 0 ? "" : string.Join(", ", parts) + ": ";
    }

    // The process knows no cultures (InvariantGlobalization); a no-break space between thousands is the Norwegian way.
    private static CultureInfo NorwegianNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = "\u00A0";
        return CultureInfo.ReadOnly(culture);
    }
}
