using Kpr.Core.Cases;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Books;
using Kpr.Core.Pricing;

namespace Kpr.Core.Tests.Invoices;

public sealed class BillTests
{
    private static readonly DateOnly Day = TestBill.Day;

    [Fact]
    public void A_bill_goes_from_work_to_paid_in_parts_and_a_payment_told_of_twice_counts_once()
    {
        var bill = TestBill.Sent(TestBill.Line(100_000)).Do(new PayBill(new Money(50_000), Day, "p1")).Do(new PayBill(new Money(50_000), Day, "p1"));
        Assert.Equal((BillState.Sent, new Money(75_000)), (bill.Bill.State, bill.Bill.Outstanding));
        Assert.Equal(Refusals.BillAmount.Number, bill.Refused(new PayBill(new Money(75_001), Day, "p2"))!.Number);
        bill.Do(new PayBill(new Money(75_000), Day, "p2"));

        Assert.Equal(BillState.Paid, bill.Bill.State);
        Assert.Equal(Money.Zero, BillBook.Balance(bill.Book, BookAccount.Receivable));
        Assert.Equal(new Money(-100_000), BillBook.Balance(bill.Book, BookAccount.Revenue, "kpr"));
        Assert.Equal(new Money(-25_000), BillBook.Balance(bill.Book, BookAccount.Vat));
    }

    [Fact]
    public void Work_is_billed_once_and_nothing_is_added_after_the_lock()
    {
        var bill = new TestBill().Locked();
        Assert.Null(bill.Refused(new AddBasis("B1", Day, [TestBill.Line(9)], [])));
        Assert.Single(bill.Bill.Lines);
        Assert.Equal(Refusals.BillState.Number, bill.Refused(new AddBasis("B2", Day, [TestBill.Line(9) with { Basis = "B2" }], []))!.Number);
    }

    [Fact]
    public void A_bill_of_nothing_is_never_issued_but_says_why_it_costs_nothing()
    {
        var bill = new TestBill().Do(new OpenBill("2026-0001", "fhi", TestBill.Buyer)).Do(new AddBasis("B1", Day, [], ["Statistikk under 60 minutter faktureres ikke"]));

        Assert.Equal(Refusals.BillNothing, bill.Refused(new LockBill()));
        Assert.Equal("Statistikk under 60 minutter faktureres ikke", Assert.Single(Assert.Single(bill.Bill.Bases).Notes));
    }

    [Fact]
    public void A_number_is_given_once()
    {
        var issue = new IssueBill(17, Day.AddDays(30), Kid.Of(11, 17, KidRule.Mod10));
        var bill = new TestBill().Locked().Do(issue).Do(issue);

        Assert.Equal(4, bill.Events.Count);
        Assert.Equal(Refusals.BillState.Number, bill.Refused(issue with { Number = 18 })!.Number);
        Assert.Equal(Refusals.DateNotAhead.Number, new TestBill().Locked().Refused(issue with { DueOn = Day })!.Number);
        Assert.Equal(Refusals.BillAmount.Number, new TestBill().Locked().Refused(issue with { Kid = "11000000170" })!.Number);
    }

    [Theory]
    [InlineData("", "974760673", "0192:974760673", "ref", "NO", "name")]
    [InlineData("U", "974760674", null, "ref", "NO", "organisationNumber")]
    [InlineData("U", "9747606730", null, "ref", "NO", "organisationNumber")]
    [InlineData("U", null, "0192:123456789", "ref", "NO", "peppolAddress")]
    [InlineData("U", null, "974760673", "ref", "NO", "peppolAddress")]
    [InlineData("U", null, "0192:974760673", " ", "NO", "buyerReference")]
    [InlineData("U", null, "0192:974760673", "ref", "Norge", "country")]
    public void A_buyer_that_no_invoice_can_be_made_out_to_is_refused(string name, string? number, string? address, string reference, string country, string fault)
    {
        var refusal = new TestBill().Refused(new OpenBill("2026-0001", "fhi", new InvoiceBuyer(name, number, address, reference, null, country)));

        Assert.Equal(Refusals.BuyerUnknown.Number, refusal!.Number);
        Assert.Equal([fault], refusal.About);
    }

    [Fact]
    public void A_reminder_waits_fourteen_days_after_the_due_date_also_when_that_was_moved_and_collection_waits_for_the_reminder()
    {
        var bill = TestBill.Sent().Do(new RedateBill(Day.AddDays(40)));
        Assert.Equal(Refusals.ReminderTooEarly, bill.Refused(new RemindBill(), Day.AddDays(53)));
        bill.Do(new RemindBill(), Day.AddDays(54));

        // 1 250 kroner for 14 days at 12 %: 5,75 kroner; the fee is 38.
        Assert.Equal((new Money(3_800 + 575), new Money(125_000 + 3_800 + 575)), (bill.Bill.LateClaim, bill.Bill.Outstanding));
        Assert.Equal(Day.AddDays(70), bill.Bill.ReminderDueOn);
        Assert.Equal(Refusals.CollectionTooEarly, bill.Refused(new CollectBill(), Day.AddDays(70)));
        bill.Do(new CollectBill(), Day.AddDays(71)).Do(new PayBill(bill.Bill.Outstanding, Day.AddDays(80), "p"), Day.AddDays(80));

        Assert.Equal(BillState.Paid, bill.Bill.State);
        Assert.Equal(Money.Zero, BillBook.Balance(bill.Book, BookAccount.Receivable));
        Assert.Equal(new Money(-4_375), BillBook.Balance(bill.Book, BookAccount.LateClaims));
    }

    [Fact]
    public void A_wrong_bill_is_credited_whole_and_what_was_paid_is_paid_back()
    {
        var bill = new TestBill().Locked();
        Assert.Equal(Refusals.BillState.Number, bill.Refused(new CreditBill(18, "Feil."))!.Number);
        bill = TestBill.Sent().Do(new PayBill(new Money(25_000), Day, "p1")).Do(new RemindBill(LateCharge.StandardCompensation), Day.AddDays(60));
        Assert.Equal(Refusals.BillAmount.Number, bill.Refused(new CreditBill(17, "Feil."))!.Number);
        bill.Do(new CreditBill(18, "Feil mottaker.")).Do(new MarkBillSent("as4-2"));
        Assert.Equal((BillState.Credited, 18L, "as4-2", new Money(-25_000)), (bill.Bill.State, bill.Bill.CreditNote!.Value, bill.Bill.CreditReceipt!, bill.Bill.Outstanding));
        Assert.Equal(Refusals.BillState.Number, bill.Refused(new CreditBill(19, "Igjen."))!.Number);
        bill.Do(new RefundBill(new Money(25_000), Day, "r1"));

        Assert.All(Enum.GetValues<BookAccount>(), account => Assert.Equal(Money.Zero, BillBook.Balance(bill.Book, account)));
    }

    [Fact]
    public void A_joint_bill_pays_the_others_their_shares_once_and_takes_them_back_with_a_credit_note()
    {
        var bill = TestBill.Sent(TestBill.Line(100_001), TestBill.Line(33_333, register: "kreft", biller: "kreft"), TestBill.Line(1, register: "hds", biller: "hds"));
        Assert.Equal(Refusals.BillState.Number, bill.Refused(new SettleBill("kreft", Day))!.Number);
        bill.Do(new PayBill(bill.Bill.Outstanding, Day, "p")).Do(new SettleBill("kreft", Day)).Do(new SettleBill("kreft", Day)).Do(new SettleBill("hds", Day));
        Assert.Equal(Refusals.BillerUnknown.Number, bill.Refused(new SettleBill("ssb", Day))!.Number);
        Assert.Equal([("kreft", 41_666L), ("hds", 1L)], bill.Bill.Settled.Select(share => (share.Biller, share.Amount.Ore)));
        Assert.Equal(Money.Zero, BillBook.Balance(bill.Book, BookAccount.OwedToBiller));

        bill.Do(new CreditBill(18, "Feil.")).Do(new SettleBill("kreft", Day)).Do(new SettleBill("hds", Day)).Do(new RefundBill(-bill.Bill.Outstanding, Day, "r"));
        Assert.All(Enum.GetValues<BookAccount>(), account => Assert.Equal(Money.Zero, BillBook.Balance(bill.Book, account)));
    }

    [Fact]
    public void A_bill_is_to_be_issued_within_a_month_of_the_first_delivery() => Assert.Equal(new DateOnly(2026, 3, 27), new TestBill().Locked().Bill.IssueBy);
}
