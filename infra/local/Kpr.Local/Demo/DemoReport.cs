using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Functions.Billing;
using Spectre.Console;

namespace Kpr.Local.Demo;

/// <summary>Tells people what the demo did, in tables.</summary>
internal sealed class DemoReport
{
    private const int NarrowestScreen = 140;

    private readonly IAnsiConsole _console;

    /// <summary>A report on a writer; colours only on a terminal.</summary>
    public DemoReport(TextWriter target)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(target),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        _console.Profile.Width = Math.Max(NarrowestScreen, Console.IsOutputRedirected ? NarrowestScreen : _console.Profile.Width);
    }

    /// <summary>The receipts, one a line.</summary>
    public void WriteReceipts(IReadOnlyList<(ExpectedReceipt Expected, Receipt Receipt)> receipts)
    {
        var table = new Table().Title("Kvitteringer").Border(TableBorder.Simple);
        foreach (var column in (string[])["Fil", "Status", "Lest", "Mottatt", "Avvist", "Dupl.", "Advarsler", "Regler"])
        {
            table.AddColumn(new TableColumn(column) { NoWrap = column != "Regler", Alignment = column is "Fil" or "Status" or "Regler" ? Justify.Left : Justify.Right });
        }

        foreach (var (expected, receipt) in receipts)
        {
            var counts = receipt.Counts;
            table.AddRow(
                Text(expected.Path), Text(ReceiptText.Name(receipt.Status)), Text(counts.Read), Text(counts.Accepted), Text(counts.Rejected),
                Text(counts.Duplicates), Text(counts.Warnings), Text(string.Join(' ', receipt.Rules.Select(rule => rule.Value == 1 ? rule.Key : $"{rule.Key}×{rule.Value}"))));
        }

        _console.Write(table);
    }

    /// <summary>The first finding of each rule.</summary>
    public void WriteFindings(IReadOnlyList<(ExpectedReceipt Expected, Receipt Receipt)> receipts)
    {
        var findings = receipts.SelectMany(pair => pair.Receipt.Findings).GroupBy(finding => finding.Rule, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        var table = new Table().Title("Ett funn for hver regel som slo ut").Border(TableBorder.Simple).AddColumns("Regel", "Følge", "Funn", "Råd");
        foreach (var rule in findings)
        {
            var finding = rule.First();
            table.AddRow(Text(rule.Key), Text(ReceiptText.Name(finding.Severity)), Text(finding.Message), Text(finding.Advice ?? ""));
        }

        _console.Write(table);
    }

    /// <summary>The partitions of the register.</summary>
    public void WriteRegister(IReadOnlyList<PartitionManifest> manifests)
    {
        var table = new Table().Title("Registeret").Border(TableBorder.Simple).AddColumns("Partisjon", "Segmenter", "Poster");
        foreach (var manifest in manifests)
        {
            table.AddRow(Text(manifest.Partition), Text(manifest.Segments.Count), Text(manifest.Rows));
        }

        _console.Write(table);
    }

    /// <summary>The bills, one a line.</summary>
    public void WriteBills(IReadOnlyList<(Biller Biller, BillRow Row)> bills)
    {
        var table = new Table().Title("Fakturaer").Border(TableBorder.Simple);
        foreach (var column in (string[])["Nummer", "Fra", "Til", "Forfall", "Med mva.", "Utestående", "Tilstand"])
        {
            table.AddColumn(new TableColumn(column) { NoWrap = column != "Til", Alignment = column is "Med mva." or "Utestående" ? Justify.Right : Justify.Left });
        }

        foreach (var (biller, bill) in bills)
        {
            table.AddRow(
                Text(bill.Invoice!), Text(biller.Code), Text(bill.Buyer), Text($"{bill.DueOn:yyyy-MM-dd}"), Text(bill.Total.Norwegian),
                Text(bill.Outstanding.Norwegian), Text(BillText.Norwegian(bill.State) + (bill.CreditNote is { } note ? $", {note}" : "")));
        }

        _console.Write(table);
    }

    /// <summary>Where everything lies.</summary>
    public void WritePlaces(string files, string results)
    {
        var table = new Table().Title("Her ligger alt").Border(TableBorder.Simple).AddColumns("Hva", "Hvor");
        table.AddRow(Text("Filene som ble sendt, og fasiten"), Text(Relative(files)));
        table.AddRow(Text("Kvitteringer: .json, .txt og .findings.jsonl"), Text(Relative(Path.Combine(results, "receipts"))));
        table.AddRow(Text("Registeret uten identitet: segmenter (.segment), manifester, skjema"), Text(Relative(Path.Combine(results, "register"))));
        table.AddRow(Text("Identitet for seg, kryptert"), Text(Relative(Path.Combine(results, "identity"))));
        table.AddRow(Text("Karantene: avviste poster og filer, kryptert"), Text(Relative(Path.Combine(results, "quarantine"))));
        table.AddRow(Text("Systemets logg"), Text(Relative(Path.Combine(Path.GetDirectoryName(results)!, "log.txt"))));
        table.AddRow(Text("Revisjonslogg med hashkjede"), Text(Relative(Path.Combine(results, "audit"))));
        table.AddRow(Text("Sakene: meldinger, fakturaer, og det søkerne fikk"), Text(Relative(Path.Combine(Path.GetDirectoryName(results)!, "cases"))));
        _console.Write(table);
    }

    /// <summary>What is not as expected.</summary>
    /// <returns>Whether everything is.</returns>
    public bool WriteDifferences(IReadOnlyList<(ExpectedReceipt Expected, Receipt Receipt)> receipts)
    {
        var differences = receipts.SelectMany(pair => pair.Expected.Differences(pair.Receipt).Select(text => $"{pair.Expected.Path}: {text}")).ToList();
        foreach (var difference in differences)
        {
            _console.WriteLine($"Ikke som ventet: {difference}");
        }

        return differences.Count == 0;
    }

    private static string Relative(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path);

    private static Text Text(object value) => new(value.ToString()!);
}
