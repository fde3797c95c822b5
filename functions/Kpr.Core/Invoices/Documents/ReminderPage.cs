using Kpr.Core.Invoices.Bills;

namespace Kpr.Core.Invoices.Documents;

/// <summary>A reminder (purring) as a letter to read, print and pay from. It is a notice of collection too: at least 14 days to pay (inkassoloven § 9; R47).</summary>
public static class ReminderPage
{
    /// <summary>Writes the letter.</summary>
    /// <param name="bill">The bill, as it was reminded.</param>
    /// <param name="reminded">The reminder.</param>
    /// <param name="billers">Who bills.</param>
    public static string Write(Bill bill, BillReminded reminded, Billers billers)
    {
        var invoice = InvoiceDocument.InvoiceOf(bill, billers);
        var page = new Page($"Purring på faktura {invoice.Number}");
        InvoicePage.Parties(page, invoice);
        page.Paragraph($"Vi kan ikke se at faktura {invoice.Number} av {Page.Day(invoice.IssuedOn)}, med forfall {Page.Day(invoice.DueOn!.Value)}, er betalt.");
        page.Table(
            "Kravet i norske kroner", ["", "#Beløp"],
            [
                ["Faktura", bill.Totals.Total.Norwegian], .. bill.Paid.IsZero ? (string[][])[] : [["Betalt", (-bill.Paid).Norwegian]],
                .. reminded.Fee.IsZero ? (string[][])[] : [["Purregebyr", reminded.Fee.Norwegian]],
                .. reminded.Interest.IsZero ? (string[][])[] : [[$"Forsinkelsesrente til {Page.Day(reminded.On)}", reminded.Interest.Norwegian]],
                ["Å betale", bill.Outstanding.Norwegian],
            ]);
        page.Paragraph(
            $"Betal innen {Page.Day(reminded.DueOn)}. Betales ikke kravet innen fristen, kan det bli sendt til inkasso, og da påløper flere omkostninger. Mener du at kravet er feil, gi beskjed innen samme frist.");
        InvoicePage.Payment(page, invoice, bill.Outstanding, reminded.DueOn);
        return page.ToString();
    }
}
