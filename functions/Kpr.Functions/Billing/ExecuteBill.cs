using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Checking;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Invoices.Ubl;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Billing;

/// <summary>Carries out commands on bills: decided on what is stored, written if nobody wrote meanwhile, else decided anew. Giving a command twice is no fault.</summary>
public sealed class ExecuteBill(BillStore store, Billers billers, TimeProvider clock, IOptions<BillingOptions> options)
{
    /// <summary>Carries out commands in order, in one transaction: all or none.</summary>
    public Task<BillAnswer> RunAsync(string biller, string id, Actor by, CancellationToken cancellationToken, params IReadOnlyList<BillCommand> commands) =>
        DecideAsync(biller, id, by, (_, _) => (commands, null), numbered: _ => false, cancellationToken);

    /// <summary>Locks a bill and issues it with the next number. What breaks a fatal rule of EHF is refused before a number is taken.</summary>
    public Task<BillAnswer> IssueAsync(string biller, string id, Actor by, CancellationToken cancellationToken) => DecideAsync(
        biller, id, by,
        (bill, next) =>
        {
            if (bill.Number is not null)
            {
                return ([], null);
            }

            var issue = new IssueBill(next, Today.AddDays(options.Value.DueDays), Kid.Of(billers.Find(biller)!.Series, next, options.Value.KidRule));
            return ([new LockBill(), issue], issued => Faults(InvoiceDocument.InvoiceOf(issued, billers)));
        },
        numbered: bill => bill.Number is null, cancellationToken);

    /// <summary>Takes a bill back with a credit note, which takes the next number.</summary>
    public Task<BillAnswer> CreditAsync(string biller, string id, string reason, Actor by, CancellationToken cancellationToken) => DecideAsync(
        biller, id, by,
        (bill, next) => bill.CreditNote is not null ? ([], null) : ([new CreditBill(next, reason)], credited => Faults(InvoiceDocument.CreditNoteOf(credited, billers))),
        numbered: bill => bill.CreditNote is null, cancellationToken);

    private DateOnly Today => NorwegianTime.DateAt(clock.GetUtcNow());

    private async Task<BillAnswer> DecideAsync(
        string biller, string id, Actor by, Func<Bill, long, (IReadOnlyList<BillCommand> Commands, Func<Bill, Refusal?>? Judge)> plan, Func<Bill, bool> numbered,
        CancellationToken cancellationToken)
    {
        if (billers.Find(biller) is null)
        {
            return new BillAnswer(Bill.New(id), Refusals.BillerUnknown.For(biller));
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stored = await store.LoadAsync(biller, id, cancellationToken);
            var series = numbered(stored.Bill) ? await store.SeriesAsync(biller, cancellationToken) : null;
            var (commands, judge) = plan(stored.Bill, series?.Next ?? 0);
            var (bill, events) = (stored.Bill, new List<Recorded<BillEvent>>());
            foreach (var command in commands)
            {
                var outcome = command.Decide(bill, Today);
                if (outcome.Refusal is { } refusal)
                {
                    return new BillAnswer(stored.Bill, refusal);
                }

                Recorded<BillEvent>[] next = [.. outcome.Events.Select((happened, at) => new Recorded<BillEvent>(bill.Version + at + 1, clock.GetUtcNow(), by, happened))];
                bill = bill.After(next);
                events.AddRange(next);
            }

            if (events.Count == 0)
            {
                return new BillAnswer(bill);
            }

            if (judge?.Invoke(bill) is { } faulty)
            {
                return new BillAnswer(stored.Bill, faulty);
            }

            // A conflict may be our own append whose answer was lost: the next reading shows it, and there is nothing left to do.
            if (await store.AppendAsync(stored, events, series, cancellationToken))
            {
                return new BillAnswer(bill);
            }
        }
    }

    // Buyers without an electronic address get a letter; its page has no rules but those of the bill.
    private static Refusal? Faults(InvoiceDocument document)
    {
        if (document.Buyer.Endpoint is null)
        {
            return null;
        }

        var fatal = InvoiceCheck.Check(new MemoryStream(UblWriter.Write(document))).Where(finding => finding.Severity == InvoiceSeverity.Fatal).Select(finding => finding.Rule).Distinct().ToList();
        return fatal.Count > 0 ? Refusals.InvoiceFaulty.For(fatal) : null;
    }
}
