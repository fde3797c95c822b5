using System.Diagnostics;
using System.Globalization;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Checking;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Invoices.Ubl;
using Kpr.Core.Pricing;

namespace Kpr.Benchmarks;

/// <summary>Invoices priced and written, and checked: one thread.</summary>
internal static class InvoiceThroughput
{
    private const int Rounds = 15;
    private const int PerRound = 5_000;

    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly InvoiceBuyer Buyer = new("Universitetet i Prøveby", "974760673", "0192:974760673", "Prosjekt 1234", null, "NO");
    private static readonly FeeCalculation Fees = new(PriceLists.Known, FeePolicy.Default);

    private static readonly FeeRequest Request = new(
        "hds", DeliveryKind.PersonLevel, Day, Day, Day, [.. Enumerable.Range(0, 8).Select(at => new WorkEntry($"2026-0001/{at}", Day.AddDays(-at), 95))])
    {
        BaseFee = true,
    };

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        using var stream = new MemoryStream(32 << 10);
        var table = new MarkdownTable("One thread, warm; an invoice of two lines over eight entries of hours", "best", "median", "invoices a second (median)");
        Add(table, "priced and added up", () => Priced());
        Add(table, "priced, added up and written as EHF", () => Write(stream, Document(Priced())));
        Add(table, "the same, and checked by all rules", () =>
        {
            Write(stream, Document(Priced()));
            stream.Position = 0;
            InvoiceCheck.Check(stream);
        });
        Add(table, "priced, and written as a page", () => InvoicePage.Write(Document(Priced())));
        return Task.FromResult($"{table}");
    }

    private static void Write(MemoryStream stream, InvoiceDocument document)
    {
        stream.SetLength(0);
        UblWriter.Write(stream, document);
    }

    private static Bill Priced() => Bill.New("2026-0001.1") with
    {
        Case = "2026-0001",
        Biller = "hds",
        Buyer = Buyer,
        Lines = [.. Fees.Price(Request).Fee!.Lines.Select(line => new BillLine("B1", "hds", "hds", line))],
        Number = 17,
        IssuedOn = Day,
        DueOn = Day.AddDays(30),
        Kid = Kid.Of(10, 17, KidRule.Mod10),
    };

    private static InvoiceDocument Document(Bill bill) => InvoiceDocument.InvoiceOf(bill, Billers.Known);

    private static void Add(MarkdownTable table, string what, Action work)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < PerRound; i++)
            {
                work();
            }

            times.Add(watch.Elapsed);
        }

        // The first rounds compile.
        times.RemoveRange(0, 3);
        var (best, median) = (Figures.Best(times), Figures.Median(times));
        table.Add(what, Each(best), Each(median), Figures.Records(PerRound, median));
    }

    private static string Each(TimeSpan round) => string.Create(CultureInfo.InvariantCulture, $"{round.TotalMicroseconds / PerRound:0.0} µs");
}
