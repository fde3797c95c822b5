using Kpr.Core.Calendar;
using Kpr.Core.Cases;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>
/// A bill (faktura): a stream of its own, in the partition of the biller who issues it, since its number is allocated there in the same transaction as it is
/// issued. The case tells only what may be billed; the bill holds the price and what became of it.
/// </summary>
/// <param name="Id">Id of the bill.</param>
public sealed record Bill(string Id)
{
    /// <summary>How many events it was folded from.</summary>
    public long Version { get; init; }

    /// <summary>How far it is.</summary>
    public BillState State { get; init; } = BillState.Accruing;

    /// <summary>Id of the case; empty until it is opened.</summary>
    public string Case { get; init; } = "";

    /// <summary>Code of the biller who issues it.</summary>
    public string Biller { get; init; } = "";

    /// <summary>Who pays; null until it is opened.</summary>
    public InvoiceBuyer? Buyer { get; init; }

    /// <summary>The work of the case it was told of, also that which costs nothing.</summary>
    public IReadOnlyList<BilledBasis> Bases { get; init; } = [];

    /// <summary>Its lines.</summary>
    public IReadOnlyList<BillLine> Lines { get; init; } = [];

    /// <summary>Its number; null until it is issued.</summary>
    public long? Number { get; init; }

    /// <summary>The day it was issued.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>When it is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Customer identification by which payments are known (kundeidentifikasjon).</summary>
    public string? Kid { get; init; }

    /// <summary>Receipt of the access point, or of who sent the letter.</summary>
    public string? Receipt { get; init; }

    /// <summary>What was paid, less what was paid back.</summary>
    public Money Paid { get; init; }

    /// <summary>References of payments that were seen.</summary>
    public IReadOnlyList<string> Payments { get; init; } = [];

    /// <summary>Fee and interest that a reminder added.</summary>
    public Money LateClaim { get; init; }

    /// <summary>The day until which a reminder gives time.</summary>
    public DateOnly? ReminderDueOn { get; init; }

    /// <summary>Number of the credit note that took it back.</summary>
    public long? CreditNote { get; init; }

    /// <summary>The day of the credit note.</summary>
    public DateOnly? CreditedOn { get; init; }

    /// <summary>Why it was credited.</summary>
    public string? CreditReason { get; init; }

    /// <summary>Whether the credit note has reached the buyer.</summary>
    public string? CreditReceipt { get; init; }

    /// <summary>What other billers were paid of it, by biller.</summary>
    public IReadOnlyList<BillShare> Settled { get; init; } = [];

    /// <summary>Sums and VAT.</summary>
    public BillTotals Totals => BillTotals.Of(Lines);

    /// <summary>What is still to be paid; negative when too much was paid for what was credited since.</summary>
    public Money Outstanding => State switch
    {
        BillState.Accruing or BillState.Locked => Money.Zero,
        BillState.Credited => -Paid,
        _ => Totals.Total + LateClaim - Paid,
    };

    /// <summary>The first day that something on it was delivered; null while there is nothing on it.</summary>
    public DateOnly? DeliveredOn => Bases.Count == 0 ? null : Bases.Min(basis => basis.On);

    /// <summary>The last day to issue it: one month from delivery (bokføringsforskriften § 5-2-2; R44).</summary>
    public DateOnly? IssueBy => DeliveredOn is { } day ? Deadline.Of(day, Term.Months(1), WorkingCalendar.MondayToFriday).Due : null;

    /// <summary>A bill without lines.</summary>
    public static Bill New(string id) => new(id);

    /// <summary>Folds a stream.</summary>
    public static Bill Fold(string id, IEnumerable<Recorded<BillEvent>> events) => New(id).After(events);

    /// <summary>The bill after more events.</summary>
    /// <exception cref="InvalidOperationException">An event is missing or doubled.</exception>
    public Bill After(IEnumerable<Recorded<BillEvent>> events)
    {
        var bill = this;
        foreach (var recorded in events)
        {
            bill = recorded.Sequence == bill.Version + 1
                ? recorded.Event.Apply(bill) with { Version = recorded.Sequence }
                : throw new InvalidOperationException($"Bill {Id}: event {recorded.Sequence} stands where {bill.Version + 1} should.");
        }

        return bill;
    }
}
