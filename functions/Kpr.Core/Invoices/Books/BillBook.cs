using Kpr.Core.Cases;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Books;

/// <summary>
/// The postings of a bill, derived from its events: nothing is booked that did not happen, and every event balances. A bill that was paid and settled, or
/// credited and paid back, leaves nothing on what buyers owe and what billers are owed (reconciliation to zero).
/// </summary>
public static class BillBook
{
    /// <summary>The postings in order.</summary>
    public static IReadOnlyList<Posting> Of(string id, IEnumerable<Recorded<BillEvent>> events)
    {
        var (bill, book) = (Bill.New(id), new List<Posting>());
        foreach (var recorded in events)
        {
            book.AddRange(Of(bill, recorded.Event));
            bill = bill.After([recorded]);
        }

        return book;
    }

    /// <summary>What a biller has on an account.</summary>
    public static Money Balance(IEnumerable<Posting> book, BookAccount account, string? of = null) =>
        Money.Sum(book.Where(posting => posting.Account == account && (of is null || posting.Of == of)).Select(posting => posting.Amount));

    private static IEnumerable<Posting> Of(Bill before, BillEvent happened) => happened switch
    {
        BillIssued issued => Issued(before, issued.On, credit: false),
        BillPaid paid => Two(paid.On, BookAccount.Bank, BookAccount.Receivable, paid.Amount),
        BillRefunded refunded => Two(refunded.On, BookAccount.Receivable, BookAccount.Bank, refunded.Amount),
        BillReminded reminded => Two(reminded.On, BookAccount.Receivable, BookAccount.LateClaims, reminded.Fee + reminded.Interest),
        BillCredited credited =>
        [
            .. Issued(before, credited.On, credit: true),
            .. before.LateClaim.IsZero ? [] : Two(credited.On, BookAccount.LateClaims, BookAccount.Receivable, before.LateClaim),
        ],
        BillSettled settled => [new(settled.On, BookAccount.OwedToBiller, settled.Biller, settled.Amount), new(settled.On, BookAccount.Bank, "", -settled.Amount)],
        _ => [],
    };

    private static IEnumerable<Posting> Issued(Bill bill, DateOnly on, bool credit)
    {
        Posting Post(BookAccount account, string of, Money amount) => new(on, account, of, credit ? -amount : amount);
        yield return Post(BookAccount.Receivable, "", bill.Totals.Total);
        foreach (var other in BillTotals.Shares(bill.Lines).Where(share => share.Biller != bill.Biller))
        {
            yield return Post(BookAccount.OwedToBiller, other.Biller, -other.Amount);
        }

        var own = bill.Lines.Where(line => line.Biller == bill.Biller).ToList();
        foreach (var register in own.GroupBy(line => line.Register, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            yield return Post(BookAccount.Revenue, register.Key, -Money.Sum(register.Select(line => line.Fee.Net)));
        }

        var vat = Money.Sum(BillTotals.Shares(bill.Lines).Where(share => share.Biller == bill.Biller).Select(share => share.Amount)) - Money.Sum(own.Select(line => line.Fee.Net));
        if (!vat.IsZero)
        {
            yield return Post(BookAccount.Vat, "", -vat);
        }
    }

    private static Posting[] Two(DateOnly on, BookAccount debit, BookAccount credit, Money amount) =>
        amount.IsZero ? [] : [new(on, debit, "", amount), new(on, credit, "", -amount)];
}
