using Kpr.Core.Cases;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Something that happened to a bill.</summary>
public abstract record BillEvent
{
    internal abstract Bill Apply(Bill bill);
}

/// <summary>The bill was opened for a case.</summary>
[Event("bill-opened", "Faktura påbegynt", "Bill opened")]
public sealed record BillOpened(string Case, string Biller, InvoiceBuyer Buyer) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { Case = Case, Biller = Biller, Buyer = Buyer };
}

/// <summary>Work was added.</summary>
[Event("bill-basis-added", "Grunnlag lagt til", "Basis added")]
public sealed record BillBasisAdded(string Basis, DateOnly On, IReadOnlyList<BillLine> Lines, IReadOnlyList<string> Notes) : BillEvent
{
    internal override Bill Apply(Bill bill) =>
        bill with { Bases = bill.Bases.Plus(new BilledBasis(Basis, On, Notes)), Lines = bill.Lines.PlusAll(Lines) };
}

/// <summary>Nothing more is added.</summary>
[Event("bill-locked", "Fakturagrunnlaget er låst", "Bill locked")]
public sealed record BillLocked(DateOnly On) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Locked };
}

/// <summary>The bill got its number.</summary>
[Event("bill-issued", "Faktura utstedt", "Bill issued")]
public sealed record BillIssued(long Number, DateOnly On, DateOnly DueOn, string Kid, Money Total) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Issued, Number = Number, IssuedOn = On, DueOn = DueOn, Kid = Kid };
}

/// <summary>The access point took the bill.</summary>
[Event("bill-sent", "Faktura sendt", "Bill sent")]
public sealed record BillSent(string Receipt) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Sent, Receipt = Receipt };
}

/// <summary>The buyer got the e-invoice only now: the due date counts from there (forskrift 2019-04-01-444 § 5; R45).</summary>
[Event("bill-redated", "Forfall regnet på nytt", "Due date moved")]
public sealed record BillRedated(DateOnly DueOn) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { DueOn = DueOn };
}

/// <summary>Money came.</summary>
[Event("bill-paid", "Betaling mottatt", "Payment received")]
public sealed record BillPaid(Money Amount, DateOnly On, string Reference) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with
    {
        Paid = bill.Paid + Amount,
        Payments = bill.Payments.Plus(Reference),
        State = Amount >= bill.Outstanding ? BillState.Paid : bill.State,
    };
}

/// <summary>Money was paid back.</summary>
[Event("bill-refunded", "Beløp tilbakebetalt", "Money paid back")]
public sealed record BillRefunded(Money Amount, DateOnly On, string Reference) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { Paid = bill.Paid - Amount, Payments = bill.Payments.Plus(Reference) };
}

/// <summary>A reminder was sent.</summary>
[Event("bill-reminded", "Purring sendt", "Reminder sent")]
public sealed record BillReminded(DateOnly On, Money Fee, Money Interest, DateOnly DueOn) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Reminded, LateClaim = bill.LateClaim + Fee + Interest, ReminderDueOn = DueOn };
}

/// <summary>The bill went to collection.</summary>
[Event("bill-collected", "Sendt til inkasso", "Sent to collection")]
public sealed record BillCollected(DateOnly On) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Collection };
}

/// <summary>A credit note took the bill back.</summary>
[Event("bill-credited", "Kreditnota utstedt", "Credit note issued")]
public sealed record BillCredited(long CreditNote, string Reason, DateOnly On) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Credited, CreditNote = CreditNote, CreditedOn = On, CreditReason = Reason };
}

/// <summary>The access point took the credit note.</summary>
[Event("bill-credit-sent", "Kreditnota sendt", "Credit note sent")]
public sealed record BillCreditSent(string Receipt) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { CreditReceipt = Receipt };
}

/// <summary>Another biller was paid its share of a joint bill.</summary>
[Event("bill-settled", "Oppgjør til annen fakturautsteder", "Share paid on")]
public sealed record BillSettled(string Biller, Money Amount, DateOnly On) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { Settled = bill.Settled.Plus(new BillShare(Biller, Amount)) };
}
