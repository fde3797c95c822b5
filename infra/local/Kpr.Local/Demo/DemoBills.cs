using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Checking;
using Kpr.Core.Pricing;
using Kpr.Functions.Azure;
using Kpr.Functions.Billing;
using Kpr.Local.Playing;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Local.Demo;

/// <summary>
/// The bills of the played cases: their orchestrations sent them; finance takes one back for a wrong reference and bills it anew, notes a payment, and reminds.
/// Good only if every sum is what the price lists say, every document passes the check, and the books balance.
/// </summary>
/// <param name="system">The system on which the cases were played.</param>
/// <param name="play">The play.</param>
/// <param name="blobs">Where its documents lie.</param>
/// <param name="folder">Where they are laid out as files.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoBills(LocalSystem system, CasePlay play, BlobServiceClient blobs, string folder, CommandOutput output)
{
    private static readonly Actor Finance = new(Role.Finance, "finance/demo");

    // By hand from the price lists: base price and hours begun; hours; ten hours at least. Twenty-five per cent VAT on all of it.
    private static readonly (string Case, string Biller, Money Net)[] Expected =
    [
        ("K", "hds", Money.Kroner(1_500 + (12 * 1_155))),
        ("K", "fhi", Money.Kroner(22 * 1_115)),
        ("L", "hds", Money.Kroner(3_000 + (18 * 1_155))),
        ("L", "fhi", Money.Kroner((22 + 18) * 1_115)),
        ("L", "kreft", Money.Kroner(10 * 1_155)),
    ];

    private readonly BillStore _store = system.Services.GetRequiredService<BillStore>();
    private readonly FinanceView _view = system.Services.GetRequiredService<FinanceView>();

    /// <summary>Does what finance does, lays the documents out and tells of all of it.</summary>
    /// <returns>Whether all is as it should be.</returns>
    public async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        var faults = await CompareAsync(cancellation);
        if (faults.Count == 0)
        {
            await HandleAsync(cancellation);
        }

        var rows = new List<(Biller Biller, BillRow Row)>();
        var ledger = Money.Zero;
        foreach (var biller in Billers.Known.All)
        {
            rows.AddRange((await _view.BillsAsync(biller.Code, open: false, cancellation)).Select(row => (biller, row)));
            ledger += Money.Sum((await _view.LedgerAsync(biller.Code, cancellation)).Select(row => row.Amount));
        }

        faults.AddRange(ledger.IsZero ? [] : [$"bøkene går ikke opp: {ledger.Norwegian}"]);
        faults.AddRange(await SaveAsync(cancellation));
        var report = new DemoReport(output.Out);
        report.WriteBills([.. rows.Where(row => row.Row.Invoice is not null)]);
        foreach (var note in (await _view.CaseAsync(play.IdOf("S"), cancellation)).Select(row => row.Text).Distinct(StringComparer.Ordinal))
        {
            await output.Out.WriteLineAsync($"S er uten faktura: {note}");
        }

        await output.Out.WriteLineAsync($"Fakturaer som EHF (.xml) og som sider til utskrift (.html): {Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}");
        foreach (var fault in faults)
        {
            await output.Out.WriteLineAsync($"Ikke som ventet: {fault}");
        }

        return faults.Count == 0;
    }

    private async Task<List<string>> CompareAsync(CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach (var name in (string[])["S", "K", "L"])
        {
            foreach (var biller in Billers.Known.All)
            {
                found.AddRange((await _store.AllAsync(biller.Code, play.IdOf(name), cancellation)).Where(stored => stored.Bill.Lines.Count > 0)
                    .Select(stored => $"{name}: {biller.Code} {stored.Bill.Totals.Net.Norwegian} {stored.Bill.State}"));
            }
        }

        var expected = Expected.Select(bill => $"{bill.Case}: {bill.Biller} {bill.Net.Norwegian} {BillState.Sent}").ToList();
        return [.. expected.Except(found).Select(bill => $"mangler {bill}"), .. found.Except(expected).Select(bill => $"for mye {bill}")];
    }

    private async Task HandleAsync(CancellationToken cancellation)
    {
        var (linked, alone) = ($"{play.IdOf("L")}.1", $"{play.IdOf("K")}.1");
        var buyer = (await _store.LoadAsync("fhi", linked, cancellation)).Bill.Buyer!;
        await system.Services.GetRequiredService<BillCase>().BillAnewAsync("fhi", linked, "Feil bestillerreferanse.", buyer with { Reference = "L-200" }, Finance, cancellation);

        var paid = (await _store.LoadAsync("hds", alone, cancellation)).Bill;
        var today = NorwegianTime.Today(system.Services.GetRequiredService<TimeProvider>());
        await system.Services.GetRequiredService<ExecuteBill>().RunAsync("hds", alone, Finance, cancellation, new PayBill(paid.Outstanding, today, "bank/1"));
        await system.Services.GetRequiredService<SendBill>().RemindAsync("fhi", alone, LateCharge.ReminderFee, Finance, cancellation);
    }

    // Every document is judged as kpr invoice check judges it.
    private async Task<IReadOnlyList<string>> SaveAsync(CancellationToken cancellation)
    {
        var (faults, credits) = (new List<string>(), 0);
        var container = blobs.GetBlobContainerClient(Containers.Invoices);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            var path = Path.Combine(folder, blob.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content;
            await File.WriteAllBytesAsync(path, content.ToArray(), cancellation);
            if (!path.EndsWith(".xml", StringComparison.Ordinal))
            {
                continue;
            }

            credits += content.ToString().Contains("<CreditNote", StringComparison.Ordinal) ? 1 : 0;
            faults.AddRange(InvoiceCheck.Check(content.ToStream()).Where(finding => finding.Severity == InvoiceSeverity.Fatal).Select(finding => $"{blob.Name}: {finding.Rule} {finding.Message}"));
        }

        return credits == 1 ? faults : [.. faults, $"{credits} kreditnotaer"];
    }
}
