using System.Globalization;
using System.Text;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Books;
using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing;

/// <summary>What finance sees: bills, open items, the ledger, what registers earned and what a case cost and why. Read from the bills' events alone.</summary>
public sealed class FinanceView(BillStore store, Billers billers, TimeProvider clock)
{
    /// <summary>A biller's bills, or those of them that something is still owed on.</summary>
    public async Task<IReadOnlyList<BillRow>> BillsAsync(string biller, bool open, CancellationToken cancellationToken)
    {
        var rows = new List<BillRow>();
        var today = Kpr.Core.Catalogue.NorwegianTime.DateAt(clock.GetUtcNow());
        foreach (var stored in await AllAsync(biller, null, cancellationToken))
        {
            if (!open || !stored.Bill.Outstanding.IsZero)
            {
                rows.Add(BillRow.Of(stored.Bill, billers.Find(biller)!, today));
            }
        }

        return rows;
    }

    /// <summary>The ledger of a biller, posting by posting.</summary>
    public async Task<IReadOnlyList<LedgerRow>> LedgerAsync(string biller, CancellationToken cancellationToken) =>
    [
        .. (await AllAsync(biller, null, cancellationToken)).SelectMany(stored => BillBook.Of(stored.Bill.Id, stored.Events).Select(posting => new LedgerRow(
            posting.On, stored.Bill.Number is { } number ? billers.Find(biller)!.Document(number) : "", stored.Bill.Case, posting.Account.ToString(), posting.Of, posting.Amount))),
    ];

    /// <summary>What each register earned on a biller's bills, without VAT; what was credited is not in it.</summary>
    public async Task<IReadOnlyList<EarnedRow>> EarnedAsync(string biller, CancellationToken cancellationToken) =>
    [
        .. (await AllAsync(biller, null, cancellationToken)).Where(stored => stored.Bill.Number is not null && stored.Bill.State != BillState.Credited).SelectMany(stored => stored.Bill.Lines)
            .GroupBy(line => line.Register, StringComparer.Ordinal).OrderBy(register => register.Key, StringComparer.Ordinal)
            .Select(register => new EarnedRow(register.Key, Money.Sum(register.Select(line => line.Fee.Net)))),
    ];

    /// <summary>What a case cost so far, at every biller: each line with its hours, rule and price list.</summary>
    public async Task<IReadOnlyList<CaseCostRow>> CaseAsync(string caseId, CancellationToken cancellationToken)
    {
        var rows = new List<CaseCostRow>();
        foreach (var biller in billers.All)
        {
            foreach (var stored in await AllAsync(biller.Code, caseId, cancellationToken))
            {
                rows.AddRange(CaseCostRow.Of(stored.Bill, biller));
            }
        }

        return rows;
    }

    /// <summary>A ledger as CSV: semicolons, decimals with a comma, as Norwegian spreadsheets read it.</summary>
    public static string Csv(IEnumerable<LedgerRow> ledger)
    {
        var text = new StringBuilder("dato;faktura;sak;konto;gjelder;belop\r\n");
        foreach (var row in ledger)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.On:yyyy-MM-dd};{row.Invoice};{row.Case};{row.Account};{row.Of};{row.Amount.ToString().Replace('.', ',')}\r\n");
        }

        return text.ToString();
    }

    private async Task<IReadOnlyList<StoredBill>> AllAsync(string biller, string? caseId, CancellationToken cancellationToken)
    {
        var bills = new List<StoredBill>();
        foreach (var id in billers.Find(biller) is null ? [] : await store.ListAsync(biller, caseId, open: false, cancellationToken))
        {
            bills.Add(await store.LoadAsync(biller, id, cancellationToken));
        }

        return bills;
    }
}
