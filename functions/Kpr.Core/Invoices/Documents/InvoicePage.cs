using System.Globalization;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Documents;

/// <summary>An invoice or a credit note as a page to read, print and pay from. Norwegian, bokmål.</summary>
public static class InvoicePage
{
    /// <summary>Writes the page.</summary>
    public static string Write(InvoiceDocument document)
    {
        var invoice = document.Kind == DocumentKind.Invoice;
        var page = new Page($"{(invoice ? "Faktura" : "Kreditnota")} {document.Number}");
        Parties(page, document);
        page.Facts(
            "Om dokumentet",
            (invoice ? "Fakturadato" : "Dato", Page.Day(document.IssuedOn)),
            ("Leveringsdato", document.DeliveredOn is { } delivered ? Page.Day(delivered) : null),
            ("Forfall", document.DueOn is { } due ? Page.Day(due) : null),
            ("Sak", document.Case),
            ("Deres referanse", document.Buyer.Reference),
            ("Deres ordrenummer", document.Buyer.Order),
            ("Krediterer faktura", document.Credits is { } credits ? $"{credits.Number} av {Page.Day(credits.IssuedOn)}" : null));
        page.Table(
            "Spesifikasjon", ["Tekst", "#Antall", "#Pris", "#Mva.", "#Beløp"],
            document.Lines.Select(line => (string[])
            [
                line.Text, $"{LineText.Quantity(line.Fee.Hundredths).Replace('.', ',')} {(line.Fee.IsHours ? "timer" : "stk.")}", line.Fee.UnitPrice.Norwegian, Percent(line.Fee.Vat),
                line.Fee.Net.Norwegian,
            ]));
        page.Table(
            "Merverdiavgift", ["Sats", "Grunnlag for fritak", "#Grunnlag", "#Merverdiavgift"],
            document.Totals.Breakdown.Select(vat => (string[])[Percent(vat.Treatment), vat.Treatment.Reason ?? "", vat.Taxable.Norwegian, vat.Tax.Norwegian]));
        page.Table(
            "Sum i norske kroner", ["", "#Beløp"],
            [
                ["Sum uten merverdiavgift", document.Totals.Net.Norwegian], ["Merverdiavgift", document.Totals.Vat.Norwegian],
                [invoice ? "Å betale" : "Godskrevet", document.Totals.Total.Norwegian],
            ]);
        if (invoice)
        {
            Payment(page, document, document.Totals.Total, document.DueOn!.Value);
        }

        return page.ToString();
    }

    internal static void Parties(Page page, InvoiceDocument document) => page.Raw("<div class=\"parties\">")
        .Raw(Page.Block(
            "Fra", document.Seller.Name, document.Seller.Address, $"{document.Seller.PostalCode} {document.Seller.City}",
            $"Org.nr. {document.Seller.OrganisationNumber}{(document.Seller.VatRegistered ? " MVA" : "")}"))
        .Raw(Page.Block(
            "Til", document.Buyer.Name, document.Buyer.OrganisationNumber is { } number ? $"Org.nr. {number}" : null, document.Buyer.Abroad ? document.Buyer.Country : null))
        .Raw("</div>");

    internal static void Payment(Page page, InvoiceDocument document, Money amount, DateOnly due) => page.Raw("<section class=\"pay\">")
        .Facts(
            "Betaling", ("Beløp", $"{amount.Norwegian} kr"), ("Betal innen", Page.Day(due)),
            ("Til konto", document.Buyer.Abroad ? document.Account : AccountNumber.Norwegian(document.Account)), ("KID", document.Kid), ("Mottaker", document.Seller.Name))
        .Raw("</section>");

    private static string Percent(VatTreatment vat) =>
        $"{LineText.Quantity(vat.BasisPoints).Replace('.', ',')} % ({vat.Code})".ToString(CultureInfo.InvariantCulture);
}
