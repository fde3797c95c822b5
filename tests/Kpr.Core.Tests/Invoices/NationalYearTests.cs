using System.Diagnostics;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Books;
using Kpr.Core.Invoices.Checking;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Invoices.Ubl;
using Kpr.Core.Pricing;
using Xunit.Abstractions;

namespace Kpr.Core.Tests.Invoices;

/// <summary>A year of the country: 500 cases, about 1,300 invoices, priced, issued, checked, sent, reminded, credited, paid and reconciled.</summary>
public sealed class NationalYearTests(ITestOutputHelper output)
{
    private const int Seed = 20_260_101;

    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly List<Posting> _book = [];
    private int _invoices;
    private int _reminded;
    private int _credited;

    [Fact]
    public void A_year_is_billed_reminded_and_reconciled_to_the_ore()
    {
        var (random, watch, billed) = (new Random(Seed), Stopwatch.StartNew(), Money.Zero);
        for (var number = 1; number <= 500; number++)
        {
            var day = new DateOnly(2026, 1, 2).AddDays(number * 360 / 500);
            string[] registers = ["hds", .. ((string[])["kpr", "kreft", "npr"])[..(random.Next(10) switch { < 5 => 1, < 9 => 2, _ => 3 })]];
            foreach (var biller in registers.GroupBy(register => Billers.Known.For(register)!.Code))
            {
                billed += Bill($"2026-{number:0000}", biller.Key, [.. biller], day, random);
            }
        }

        output.WriteLine($"seed {Seed}: {_invoices} invoices, {_reminded} reminded, {_credited} credited, {billed.Norwegian} kr in {watch.ElapsedMilliseconds} ms");
        Assert.InRange(_invoices, 1_000, 1_500);
        Assert.True(_reminded > 50 && _credited > 20);
        Assert.Equal(_invoices + _credited, _numbers.Values.Sum());
        Assert.Equal(Money.Zero, Money.Sum(_book.Select(posting => posting.Amount)));
        Assert.Equal(Money.Zero, BillBook.Balance(_book, BookAccount.Receivable));
        Assert.Equal(BillBook.Balance(_book, BookAccount.Bank), -(BillBook.Balance(_book, BookAccount.Revenue) + BillBook.Balance(_book, BookAccount.Vat) + BillBook.Balance(_book, BookAccount.LateClaims)));
    }

    private Money Bill(string caseId, string biller, IReadOnlyList<string> registers, DateOnly day, Random random)
    {
        var bill = new TestBill().Do(new OpenBill(caseId, biller, TestBill.Buyer), day);
        foreach (var register in registers)
        {
            var minutes = random.Next(60, 2_400);
            var fee = new FeeCalculation(PriceLists.Known, FeePolicy.Default).Price(new FeeRequest(
                biller, DeliveryKind.PersonLevel, day, day, day, [.. Enumerable.Range(0, (minutes + 479) / 480).Select(at => new WorkEntry($"{caseId}/{register}/{at}", day, Math.Min(480, minutes - (at * 480))))])
            {
                BaseFee = register == "hds",
            }).Fee!;
            bill.Do(new AddBasis(register, day, [.. fee.Lines.Select(line => new BillLine(register, register, biller, line))], fee.Notes), day);
        }

        var number = Next(biller);
        bill.Do(new LockBill(), day).Do(new IssueBill(number, day.AddDays(30), Kid.Of(Billers.Known.Find(biller)!.Series, number, KidRule.Mod10)), day);
        Send(bill, InvoiceDocument.InvoiceOf(bill.Bill, Billers.Known), day);
        var total = bill.Bill.Totals.Total;
        _invoices++;
        switch (random.Next(20))
        {
            case 0:
                bill.Do(new CreditBill(Next(biller), "Feil mottaker."), day);
                Send(bill, InvoiceDocument.CreditNoteOf(bill.Bill, Billers.Known), day);
                _credited++;
                break;
            case 1 or 2:
                var late = day.AddDays(30 + random.Next(14, 60));
                bill.Do(new RemindBill(), late).Do(new PayBill(bill.Bill.Outstanding, late.AddDays(5), "late"), late.AddDays(5));
                _reminded++;
                break;
            case 3:
                bill.Do(new PayBill(total.Part(1, 3), day.AddDays(10), "part"), day.AddDays(10)).Do(new PayBill(bill.Bill.Outstanding, day.AddDays(29), "rest"), day.AddDays(29));
                break;
            default:
                bill.Do(new PayBill(total, day.AddDays(28), "whole"), day.AddDays(28));
                break;
        }

        _book.AddRange(bill.Book);
        return total;
    }

    private long Next(string biller) => _numbers[biller] = _numbers.GetValueOrDefault(biller) + 1;

    private static void Send(TestBill bill, InvoiceDocument document, DateOnly day)
    {
        Assert.DoesNotContain(InvoiceCheck.Check(new MemoryStream(UblWriter.Write(document))), finding => finding.Severity == InvoiceSeverity.Fatal);
        bill.Do(new MarkBillSent("r"), day);
    }
}
