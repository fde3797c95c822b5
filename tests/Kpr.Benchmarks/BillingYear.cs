using System.Diagnostics;
using System.Globalization;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Pricing;
using Kpr.Functions.Billing;
using Kpr.Local;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Benchmarks;

/// <summary>A year of the country on the system's own storage: 500 cases billed month by month, paid, reminded, credited, and reconciled to the øre.</summary>
internal static class BillingYear
{
    private const int Cases = 500;
    private const int Seed = 20_260_101;
    private const int AtOnce = 4;

    private static readonly Actor Finance = new(Role.Finance, "benchmark");
    private static readonly InvoiceBuyer Buyer = new("Universitetet i Prøveby", "974760673", "0192:974760673", "Prosjekt 1234", null, "NO");

    /// <summary>Measures.</summary>
    public static async Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kpr-benchmark-").FullName;
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions
            {
                DataFolder = Path.Combine(folder, "azurite"),
                AccountCount = 0,
                Accounts = [.. LocalSystemOptions.AccountNames.Values.Where(name => name != AzuriteAccount.DevelopmentName)],
            });
            var clock = new MovableClock(new Still());
            await using var system = await LocalSystem.StartAsync(new LocalSystemOptions
            {
                Name = "benchmark-bills", StateFolder = folder, Accounts = LocalSystemOptions.AccountsOf(azurite), Clock = clock, ConfigureHost = host => host.Types = _ => false,
            });
            return await MeasureAsync(system.Services, clock);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(IServiceProvider services, MovableClock clock)
    {
        var (random, billing, handling) = (new Random(Seed), TimeSpan.Zero, TimeSpan.Zero);
        var work = Enumerable.Range(1, Cases).Select(number => (Month: (number - 1) * 12 / Cases, Bills: WorkOf($"2026-{number:0000}", new DateOnly(2026, ((number - 1) * 12 / Cases) + 1, 5), random))).ToList();
        var waiting = new List<(string Biller, string Id, int Fate)>();
        var (invoices, reminded, credited) = (0, 0, 0);
        for (var month = 0; month < 15; month++)
        {
            clock.AdvanceTo(new DateTimeOffset(2026 + (month / 12), (month % 12) + 1, 10, 9, 0, 0, TimeSpan.Zero));
            var watch = Stopwatch.StartNew();
            var bills = work.Where(one => one.Month == month).SelectMany(one => one.Bills).ToList();
            await ForAllAsync(bills, bill => BillAsync(services, bill));
            billing += watch.Elapsed;
            invoices += bills.Count;

            // What was billed two months ago is paid, late, or taken back.
            watch.Restart();
            var due = waiting.Where(bill => bill.Fate / 100 == month - 2).ToList();
            await ForAllAsync(due, bill => HandleAsync(services, clock, bill));
            handling += watch.Elapsed;
            (reminded, credited) = (reminded + due.Count(bill => bill.Fate % 100 is 1 or 2), credited + due.Count(bill => bill.Fate % 100 == 0));
            waiting.AddRange(bills.Select(bill => (bill[0].Issuer, $"{bill[0].Work.Case}.1", (month * 100) + random.Next(20))));
        }

        var reading = Stopwatch.StartNew();
        var (postings, open) = await ReconcileAsync(services, invoices + credited);
        var table = new MarkdownTable(string.Create(CultureInfo.InvariantCulture, $"{Cases} cases, {invoices} invoices; {AtOnce} at once"), "time", "each");
        Add(table, "priced, numbered, checked, written, sent", billing, invoices);
        Add(table, string.Create(CultureInfo.InvariantCulture, $"paid, {reminded} reminded and paid, {credited} credited"), handling, invoices);
        Add(table, string.Create(CultureInfo.InvariantCulture, $"reconciled: {postings} postings read back, {open} bills open, numbers without a gap"), reading.Elapsed, invoices);
        return $"""
            All parts but the flows, over Azurite (node, data on disk) on the same machine; every hash chain is verified when it is read.

            {table}
            """;
    }

    private static List<List<(string Issuer, BillingWork Work)>> WorkOf(string caseId, DateOnly day, Random random)
    {
        string[] registers = ["hds", .. ((string[])["kpr", "kreft", "npr"])[..(random.Next(10) switch { < 5 => 1, < 9 => 2, _ => 3 })]];
        return
        [
            .. registers.GroupBy(register => Billers.Known.For(register)!.Code).Select(biller => biller.Select((register, at) =>
            {
                var (basis, minutes) = ($"B-{register}", random.Next(60, 2_400));
                var entries = Enumerable.Range(0, (minutes + 479) / 480).Select(part => new WorkEntry($"{caseId}/{register}/{part}", day, Math.Min(480, minutes - (part * 480))));
                return (biller.Key, new BillingWork(
                    caseId, new BillingBasis(basis, register, BillingCause.Delivered, day, register == "hds", minutes, registers.Length - 1), Buyer,
                    new FeeRequest("", DeliveryKind.PersonLevel, day, day, day, [.. entries]) { BaseFee = register == "hds", Sources = registers.Length - 1 }, null));
            }).ToList()),
        ];
    }

    private static async Task BillAsync(IServiceProvider services, List<(string Issuer, BillingWork Work)> bill)
    {
        var bills = services.GetRequiredService<BillCase>();
        foreach (var (_, work) in bill)
        {
            Taken(await bills.AddAsync(work, default));
        }

        Taken(await bills.IssueAsync(bill[0].Issuer, $"{bill[0].Work.Case}.1", Finance, default));
    }

    private static async Task HandleAsync(IServiceProvider services, MovableClock clock, (string Biller, string Id, int Fate) bill)
    {
        var (execute, day) = (services.GetRequiredService<ExecuteBill>(), NorwegianTime.Today(clock));
        switch (bill.Fate % 100)
        {
            case 0:
                Taken(await services.GetRequiredService<BillCase>().CreditAsync(bill.Biller, bill.Id, "Feil mottaker.", Finance, default));
                return;
            case 1 or 2:
                Taken(await services.GetRequiredService<SendBill>().RemindAsync(bill.Biller, bill.Id, LateCharge.ReminderFee, Finance, default));
                break;
        }

        var owed = (await services.GetRequiredService<BillStore>().LoadAsync(bill.Biller, bill.Id, default)).Bill.Outstanding;
        Taken(await execute.RunAsync(bill.Biller, bill.Id, Finance, default, new PayBill(owed, day, $"bank/{bill.Id}")));
    }

    private static async Task<(int Postings, int Open)> ReconcileAsync(IServiceProvider services, int numbers)
    {
        var (view, store) = (services.GetRequiredService<FinanceView>(), services.GetRequiredService<BillStore>());
        var (postings, open, sum, receivable, taken) = (0, 0, Money.Zero, Money.Zero, 0);
        foreach (var biller in Billers.Known.All)
        {
            var ledger = await view.LedgerAsync(biller.Code, default);
            var series = await store.NumbersAsync(biller.Code, default);
            (postings, open, taken) = (postings + ledger.Count, open + (await view.BillsAsync(biller.Code, open: true, default)).Count, taken + series.Count);
            sum += Money.Sum(ledger.Select(row => row.Amount));
            receivable += Money.Sum(ledger.Where(row => row.Account == "Receivable").Select(row => row.Amount));
            if (!series.Select(row => row.Number).SequenceEqual(Enumerable.Range(1, series.Count).Select(number => (long)number)))
            {
                throw new InvalidOperationException($"The numbers of {biller.Code} have a gap.");
            }
        }

        return sum.IsZero && receivable.IsZero && taken == numbers
            ? (postings, open)
            : throw new InvalidOperationException($"The books do not balance: {sum} in all, {receivable} receivable, {taken} numbers of {numbers}.");
    }

    private static Task ForAllAsync<T>(IEnumerable<T> all, Func<T, Task> work) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await work(one));

    private static void Taken(BillAnswer answer)
    {
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"Bill {answer.Bill.Id}: refused, {refusal.Number} {string.Join(", ", refusal.About)}.");
        }
    }

    private static void Add(MarkdownTable table, string what, TimeSpan time, int invoices) =>
        table.Add(what, Figures.Seconds(time), string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds / invoices:0.0} ms"));

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
    }
}
