using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Books;
using Kpr.Core.Pricing;
using Xunit.Abstractions;

namespace Kpr.Core.Tests.Invoices;

public sealed class BillProperties(ITestOutputHelper output)
{
    private const ulong Seed = 20_260_701UL;

    private Config Seeded
    {
        get
        {
            output.WriteLine($"seed {Seed}, 3");
            return Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(Seed, 3UL);
        }
    }

    internal static Gen<BillLine[]> Lines => Gen.Choose(1, 12).SelectMany(count => Line.ArrayOf(count));

    private static Gen<BillLine> Line =>
        from ore in Gen.Choose(1, 500_000)
        from quarters in Gen.Choose(1, 400)
        from vat in Gen.Elements(VatTreatment.Standard, VatTreatment.PublicAuthority, VatTreatment.Abroad, VatTreatment.Standard with { BasisPoints = 1_500, Reference = "mval. § 5-2" })
        from who in Gen.Elements(("kpr", "fhi"), ("npr", "fhi"), ("kreft", "kreft"), ("hds", "hds"))
        select TestBill.Line(Math.Max(ore, 4), quarters * 25L, vat, who.Item1, who.Item2);

    [Fact]
    public void Sums_vat_and_shares_agree_for_any_lines() => Prop.ForAll(Lines.ToArbitrary(), lines =>
    {
        var totals = BillTotals.Of(lines);
        var shares = BillTotals.Shares(lines);
        return totals.Net == Money.Sum(lines.Select(line => line.Fee.Net))
            && totals.Net == Money.Sum(totals.Breakdown.Select(vat => vat.Taxable))
            && totals.Breakdown.All(vat => Math.Abs((vat.Tax.Ore * 10_000) - (vat.Taxable.Ore * vat.Treatment.BasisPoints)) * 2 <= 10_000)
            && Money.Sum(shares.Select(share => share.Amount)) == totals.Total
            && shares.All(share => share.Amount >= Money.Sum(lines.Where(line => line.Biller == share.Biller).Select(line => line.Fee.Net)));
    }).Check(Seeded);

    [Fact]
    public void Every_event_balances_and_whatever_happens_the_books_end_at_zero() => Prop.ForAll(
        (from lines in Lines from paid in Gen.Choose(0, 100) from late in Gen.Choose(0, 200) from credit in Gen.Elements(true, false) select (lines, paid, late, credit)).ToArbitrary(),
        play =>
        {
            var bill = TestBill.Sent(play.lines);
            var part = bill.Bill.Outstanding.Part(play.paid, 100);
            if (!part.IsZero)
            {
                bill.Do(new PayBill(part, TestBill.Day, "part"));
            }

            var day = TestBill.Day.AddDays(44 + play.late);
            if (bill.Bill.State == BillState.Sent)
            {
                bill.Do(new RemindBill(), day);
            }

            if (bill.Bill.State != BillState.Paid)
            {
                bill.Do(new PayBill(bill.Bill.Outstanding, day, "rest"), day);
            }

            Settle(bill);
            if (play.credit)
            {
                bill.Do(new CreditBill(18, "Feil."));
                Settle(bill);
                bill.Do(new RefundBill(bill.Bill.Paid, day, "back"));
            }

            BookAccount[] empty = play.credit ? Enum.GetValues<BookAccount>() : [BookAccount.Receivable, BookAccount.OwedToBiller];
            var book = bill.Book;
            return Money.Sum(book.Select(posting => posting.Amount)).IsZero && empty.All(account => BillBook.Balance(book, account).IsZero);
        }).Check(Seeded);

    [Fact]
    public void Interest_in_parts_is_interest_in_one_but_for_the_rounding() => Prop.ForAll(
        (from ore in Gen.Choose(1, 10_000_000) from one in Gen.Choose(0, 400) from two in Gen.Choose(0, 400) select (ore, one, two)).ToArbitrary(),
        late =>
        {
            var due = new DateOnly(2025, 11, 1);
            Money Of(DateOnly from, int days) => LateRates.Known.Interest(new Money(late.ore), from, from.AddDays(days));
            return Math.Abs((Of(due, late.one) + Of(due.AddDays(late.one), late.two) - Of(due, late.one + late.two)).Ore) <= 1;
        }).Check(Seeded);

    private static void Settle(TestBill bill)
    {
        foreach (var biller in bill.Bill.Lines.Select(line => line.Biller).Distinct().Where(biller => biller != "fhi"))
        {
            bill.Do(new SettleBill(biller, TestBill.Day));
        }
    }
}
