using Kpr.Core.Cases;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Books;
using Kpr.Core.Pricing;
using Kpr.Core.Tests.Cases;

namespace Kpr.Core.Tests.Invoices;

/// <summary>A bill that is played command by command.</summary>
internal sealed class TestBill
{
    public static readonly DateOnly Day = new(2026, 3, 2);

    public static readonly InvoiceBuyer Buyer = new("Universitetet i Prøveby", "974760673", "0192:974760673", "Prosjekt 1234", null, "NO");

    public List<Recorded<BillEvent>> Events { get; } = [];

    public Bill Bill => Bill.Fold("b", Events);

    public IReadOnlyList<Posting> Book => BillBook.Of("b", Events);

    public static TestBill Sent(params BillLine[] lines) => new TestBill().Locked(lines)
        .Do(new IssueBill(17, Day.AddDays(30), Kid.Of(11, 17, KidRule.Mod10))).Do(new MarkBillSent("as4-1"));

    public TestBill Locked(params BillLine[] lines) =>
        Do(new OpenBill("2026-0001", "fhi", Buyer)).Do(new AddBasis("B1", Day.AddDays(-3), lines.Length > 0 ? lines : [Line(100_000)], [])).Do(new LockBill());

    public static BillLine Line(long ore, long hundredths = 100, VatTreatment? vat = null, string register = "kpr", string biller = "fhi") => new(
        "B1", register, biller,
        new FeeLine(FeeItem.Preparation, "", hundredths, new Money(ore), vat ?? VatTreatment.Standard, "fhi-2024", new DateOnly(2024, 1, 1), "kilde", "Hele kvarter", ["2026-0001/9"]));

    public TestBill Do(BillCommand command, DateOnly? day = null)
    {
        Assert.Null(Refused(command, day));
        return this;
    }

    public Refusal? Refused(BillCommand command, DateOnly? day = null)
    {
        var outcome = command.Decide(Bill, day ?? Day);
        foreach (var next in outcome.Events)
        {
            Events.Add(new Recorded<BillEvent>(Events.Count + 1, new DateTimeOffset((day ?? Day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Actors.Finance, next));
        }

        return outcome.Refusal;
    }
}
