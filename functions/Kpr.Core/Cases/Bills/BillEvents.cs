namespace Kpr.Core.Cases.Bills;

/// <summary>Something that happened to a bill.</summary>
public abstract record BillEvent
{
    internal abstract Bill Apply(Bill bill);
}

/// <summary>A line was added.</summary>
[Event("bill-line-added", "Linje lagt til", "Line added")]
public sealed record BillLineAdded(BillLine Line) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { Lines = bill.Lines.Plus(Line) };
}

/// <summary>Nothing more is added.</summary>
[Event("bill-locked", "Fakturagrunnlaget er låst", "Bill locked")]
public sealed record BillLocked : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Locked };
}

/// <summary>The bill got its number.</summary>
[Event("bill-issued", "Faktura utstedt", "Bill issued")]
public sealed record BillIssued(long Number, DateOnly On, DateOnly DueOn) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Issued, Number = Number, DueOn = DueOn };
}

/// <summary>The access point took the bill.</summary>
[Event("bill-sent", "Faktura sendt", "Bill sent")]
public sealed record BillSent(string Receipt) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Sent };
}

/// <summary>The buyer got the e-invoice only now: the due date counts from there (forskrift 2019-04-01-444 § 5; R45).</summary>
[Event("bill-redated", "Forfall regnet på nytt", "Due date moved")]
public sealed record BillRedated(DateOnly DueOn) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { DueOn = DueOn };
}

/// <summary>Money came.</summary>
[Event("bill-paid", "Betaling mottatt", "Payment received")]
public sealed record BillPaid(long Ore, DateOnly On) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill.PaidOre + Ore >= bill.TotalOre
        ? bill with { PaidOre = bill.PaidOre + Ore, State = BillState.Paid }
        : bill with { PaidOre = bill.PaidOre + Ore };
}

/// <summary>A reminder was sent.</summary>
[Event("bill-reminded", "Purring sendt", "Reminder sent")]
public sealed record BillReminded(DateOnly On) : BillEvent
{
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Reminded };
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
    internal override Bill Apply(Bill bill) => bill with { State = BillState.Credited, CreditNote = CreditNote };
}
