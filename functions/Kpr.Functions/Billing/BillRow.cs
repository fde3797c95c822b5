using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing;

/// <summary>A bill in finance's list. Amounts are whole øre.</summary>
/// <param name="Id">Id of the bill.</param>
/// <param name="Invoice">Number on the document; null until it is issued.</param>
/// <param name="CreditNote">Number of the credit note; null when there is none.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Buyer">Name of the buyer.</param>
/// <param name="State">How far it is.</param>
/// <param name="IssuedOn">The day it was issued.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="IssueBy">The last day to issue it (bokføringsforskriften § 5-2-2).</param>
/// <param name="Total">With VAT.</param>
/// <param name="Outstanding">What is owed still.</param>
/// <param name="Late">Whether it is past due, or past the day to issue it.</param>
public sealed record BillRow(
    string Id, string? Invoice, string? CreditNote, string Case, string Buyer, BillState State, DateOnly? IssuedOn, DateOnly? DueOn, DateOnly? IssueBy, Money Total, Money Outstanding, bool Late)
{
    /// <summary>The row of a bill.</summary>
    public static BillRow Of(Bill bill, Biller biller, DateOnly today) => new(
        bill.Id, bill.Number is { } number ? biller.Document(number) : null, bill.CreditNote is { } note ? biller.Document(note) : null, bill.Case, bill.Buyer?.Name ?? "", bill.State,
        bill.IssuedOn, bill.DueOn, bill.IssueBy, bill.Totals.Total, bill.Outstanding,
        bill.Number is null ? bill.Lines.Count > 0 && bill.IssueBy < today : bill.Outstanding > Money.Zero && bill.DueOn < today);
}
