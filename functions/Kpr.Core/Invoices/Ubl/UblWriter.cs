using System.Globalization;
using System.Text;
using System.Xml;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Ubl;

/// <summary>Writes invoices and credit notes as EHF Billing 3.0, straight to a stream. The same document gives the same bytes.</summary>
public static class UblWriter
{
    private const string Currency = "NOK";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    /// <summary>Writes a document.</summary>
    public static void Write(Stream stream, InvoiceDocument document)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        var name = document.Kind == DocumentKind.Invoice ? "Invoice" : "CreditNote";
        xml.WriteStartDocument();
        xml.WriteStartElement(name, document.Kind == DocumentKind.Invoice ? UblNames.Invoice : UblNames.CreditNote);
        xml.WriteAttributeString("xmlns", "cac", null, UblNames.Cac);
        xml.WriteAttributeString("xmlns", "cbc", null, UblNames.Cbc);
        WriteHead(xml, document, name);
        WriteParties(xml, document);
        WritePayment(xml, document);
        WriteTotals(xml, document.Totals);
        for (var at = 0; at < document.Lines.Count; at++)
        {
            WriteLine(xml, document.Kind, at + 1, document.Lines[at]);
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>A document as bytes.</summary>
    public static byte[] Write(InvoiceDocument document)
    {
        using var stream = new MemoryStream(8 << 10);
        Write(stream, document);
        return stream.ToArray();
    }

    private static void WriteHead(XmlWriter xml, InvoiceDocument document, string name)
    {
        Text(xml, "CustomizationID", UblNames.Customization);
        Text(xml, "ProfileID", UblNames.Profile);
        Text(xml, "ID", document.Number);
        Text(xml, "IssueDate", Day(document.IssuedOn));
        if (document is { Kind: DocumentKind.Invoice, DueOn: { } due })
        {
            Text(xml, "DueDate", Day(due));
        }

        Text(xml, $"{name}TypeCode", document.Kind == DocumentKind.Invoice ? "380" : "381");
        Text(xml, "Note", $"Sak {document.Case}");
        Text(xml, "DocumentCurrencyCode", Currency);
        if (document.Buyer.Reference is { Length: > 0 } reference)
        {
            Text(xml, "BuyerReference", reference);
        }

        if (document.Buyer.Order is { Length: > 0 } order)
        {
            Open(xml, "OrderReference");
            Text(xml, "ID", order);
            xml.WriteEndElement();
        }

        if (document.Credits is { } credits)
        {
            Open(xml, "BillingReference");
            Open(xml, "InvoiceDocumentReference");
            Text(xml, "ID", credits.Number);
            Text(xml, "IssueDate", Day(credits.IssuedOn));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    private static void WriteParties(XmlWriter xml, InvoiceDocument document)
    {
        var seller = document.Seller;
        Open(xml, "AccountingSupplierParty");
        Open(xml, "Party");
        Coded(xml, "EndpointID", "schemeID", InvoiceBuyer.NorwegianScheme, seller.OrganisationNumber);
        WriteName(xml, seller.Name);
        WriteAddress(xml, seller.Address, seller.City, seller.PostalCode, "NO");
        if (seller.VatRegistered)
        {
            WriteTaxScheme(xml, "PartyTaxScheme", seller.VatNumber);
        }

        WriteEntity(xml, seller.Name, seller.OrganisationNumber);
        xml.WriteEndElement();
        xml.WriteEndElement();

        var buyer = document.Buyer;
        Open(xml, "AccountingCustomerParty");
        Open(xml, "Party");
        if (buyer.Endpoint is var (scheme, id))
        {
            Coded(xml, "EndpointID", "schemeID", scheme, id);
        }

        WriteName(xml, buyer.Name);
        WriteAddress(xml, "", "", "", buyer.Country);
        WriteEntity(xml, buyer.Name, buyer.OrganisationNumber);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePayment(XmlWriter xml, InvoiceDocument document)
    {
        if (document.DeliveredOn is { } delivered)
        {
            Open(xml, "Delivery");
            Text(xml, "ActualDeliveryDate", Day(delivered));
            xml.WriteEndElement();
        }

        if (document.Kind != DocumentKind.Invoice)
        {
            return;
        }

        Open(xml, "PaymentMeans");
        Text(xml, "PaymentMeansCode", "30");
        Text(xml, "PaymentID", document.Kid!);
        Open(xml, "PayeeFinancialAccount");
        Text(xml, "ID", document.Account);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteTotals(XmlWriter xml, BillTotals totals)
    {
        Open(xml, "TaxTotal");
        Amount(xml, "TaxAmount", totals.Vat);
        foreach (var vat in totals.Breakdown)
        {
            Open(xml, "TaxSubtotal");
            Amount(xml, "TaxableAmount", vat.Taxable);
            Amount(xml, "TaxAmount", vat.Tax);
            WriteCategory(xml, "TaxCategory", vat.Treatment, reason: true);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Open(xml, "LegalMonetaryTotal");
        Amount(xml, "LineExtensionAmount", totals.Net);
        Amount(xml, "TaxExclusiveAmount", totals.Net);
        Amount(xml, "TaxInclusiveAmount", totals.Total);
        Amount(xml, "PayableAmount", totals.Total);
        xml.WriteEndElement();
    }

    private static void WriteLine(XmlWriter xml, DocumentKind kind, int number, DocumentLine line)
    {
        Open(xml, kind == DocumentKind.Invoice ? "InvoiceLine" : "CreditNoteLine");
        Text(xml, "ID", number.ToString(CultureInfo.InvariantCulture));
        Coded(
            xml, kind == DocumentKind.Invoice ? "InvoicedQuantity" : "CreditedQuantity", "unitCode", line.Fee.IsHours ? "HUR" : "C62", LineText.Quantity(line.Fee.Hundredths));
        Amount(xml, "LineExtensionAmount", line.Fee.Net);
        Open(xml, "Item");
        Text(xml, "Name", line.Text);
        WriteCategory(xml, "ClassifiedTaxCategory", line.Fee.Vat, reason: false);
        xml.WriteEndElement();
        Open(xml, "Price");
        Amount(xml, "PriceAmount", line.Fee.UnitPrice);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCategory(XmlWriter xml, string name, VatTreatment vat, bool reason)
    {
        Open(xml, name);
        Text(xml, "ID", vat.Code);
        if (vat.Category != VatCategory.OutsideScope)
        {
            Text(xml, "Percent", LineText.Quantity(vat.BasisPoints));
        }

        // Zero-rated has no reason: BR-Z-10.
        if (reason && vat.Category is not (VatCategory.Standard or VatCategory.ZeroRated))
        {
            Text(xml, "TaxExemptionReason", vat.Reason!);
        }

        WriteScheme(xml);
        xml.WriteEndElement();
    }

    private static void WriteTaxScheme(XmlWriter xml, string name, string company)
    {
        Open(xml, name);
        Text(xml, "CompanyID", company);
        WriteScheme(xml);
        xml.WriteEndElement();
    }

    private static void WriteScheme(XmlWriter xml)
    {
        Open(xml, "TaxScheme");
        Text(xml, "ID", "VAT");
        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string name)
    {
        Open(xml, "PartyName");
        Text(xml, "Name", name);
        xml.WriteEndElement();
    }

    private static void WriteAddress(XmlWriter xml, string street, string city, string zone, string country)
    {
        Open(xml, "PostalAddress");
        Given(xml, "StreetName", street);
        Given(xml, "CityName", city);
        Given(xml, "PostalZone", zone);
        Open(xml, "Country");
        Text(xml, "IdentificationCode", country);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteEntity(XmlWriter xml, string name, string? organisation)
    {
        Open(xml, "PartyLegalEntity");
        Text(xml, "RegistrationName", name);
        if (organisation is not null)
        {
            Coded(xml, "CompanyID", "schemeID", InvoiceBuyer.NorwegianScheme, organisation);
        }

        xml.WriteEndElement();
    }

    private static void Open(XmlWriter xml, string name) => xml.WriteStartElement("cac", name, UblNames.Cac);

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString("cbc", name, UblNames.Cbc, value);

    // No empty elements: R008.
    private static void Given(XmlWriter xml, string name, string value)
    {
        if (value.Length > 0)
        {
            Text(xml, name, value);
        }
    }

    private static void Amount(XmlWriter xml, string name, Money amount) => Coded(xml, name, "currencyID", Currency, amount.ToString());

    private static void Coded(XmlWriter xml, string name, string attribute, string code, string value)
    {
        xml.WriteStartElement("cbc", name, UblNames.Cbc);
        xml.WriteAttributeString(attribute, code);
        xml.WriteString(value);
        xml.WriteEndElement();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
