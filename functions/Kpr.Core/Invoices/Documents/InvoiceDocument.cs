using Kpr.Core.Invoices.Bills;

namespace Kpr.Core.Invoices.Documents;

/// <summary>An invoice or a credit note as it is sent: all that stands on it, and nothing about what the case is about (R46).</summary>
/// <param name="Kind">Invoice or credit note.</param>
/// <param name="Number">Its number as it stands on it.</param>
/// <param name="IssuedOn">The day.</param>
/// <param name="Seller">Who sends it.</param>
/// <param name="Buyer">Who pays.</param>
/// <param name="Case">Number of the case: the only thing that leads back to it.</param>
/// <param name="Lines">What is charged.</param>
/// <param name="Totals">Sums and VAT.</param>
public sealed record InvoiceDocument(
    DocumentKind Kind, string Number, DateOnly IssuedOn, Biller Seller, InvoiceBuyer Buyer, string Case, IReadOnlyList<DocumentLine> Lines, BillTotals Totals)
{
    /// <summary>When an invoice is due; null on a credit note.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Customer identification for the payment; null on a credit note.</summary>
    public string? Kid { get; init; }

    /// <summary>When the service was delivered.</summary>
    public DateOnly? DeliveredOn { get; init; }

    /// <summary>The invoice that a credit note takes back; null on an invoice.</summary>
    public DocumentReference? Credits { get; init; }

    /// <summary>The account to pay to: in its international form for buyers abroad.</summary>
    public string Account => Buyer.Abroad ? AccountNumber.Iban(Seller.Account) : Seller.Account;

    /// <summary>The invoice of a bill that was issued.</summary>
    public static InvoiceDocument InvoiceOf(Bill bill, Billers billers) => Of(bill, billers, DocumentKind.Invoice, bill.Number!.Value, bill.IssuedOn!.Value) with
    {
        DueOn = bill.DueOn,
        Kid = bill.Kid,
    };

    /// <summary>The credit note of a bill that was credited: the same lines and sums, as a document that takes them back.</summary>
    public static InvoiceDocument CreditNoteOf(Bill bill, Billers billers) => Of(bill, billers, DocumentKind.CreditNote, bill.CreditNote!.Value, bill.CreditedOn!.Value) with
    {
        Credits = new DocumentReference(billers.Find(bill.Biller)!.Document(bill.Number!.Value), bill.IssuedOn!.Value),
    };

    private static InvoiceDocument Of(Bill bill, Billers billers, DocumentKind kind, long number, DateOnly on)
    {
        var seller = billers.Find(bill.Biller)!;
        var joint = bill.Lines.Any(line => line.Biller != bill.Biller);
        return new InvoiceDocument(
            kind, seller.Document(number), on, seller, bill.Buyer!, bill.Case,
            [.. bill.Lines.Select(line => new DocumentLine(LineText.Of(line.Fee) + (joint ? $" ({billers.Find(line.Biller)?.Name})" : ""), line.Fee))], bill.Totals)
        {
            DeliveredOn = bill.DeliveredOn,
        };
    }
}
