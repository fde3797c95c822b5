using System.Text;
using System.Xml.Linq;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Invoices.Ubl;
using Kpr.Core.Pricing;

namespace Kpr.Core.Tests.Invoices;

public sealed class DocumentTests
{
    private static readonly XNamespace Cbc = UblNames.Cbc;

    [Fact]
    public void The_same_document_gives_the_same_bytes_and_bears_what_it_must()
    {
        var bill = TestBill.Sent(TestBill.Line(111_500, 625), TestBill.Line(50_000, vat: VatTreatment.PublicAuthority)).Bill;
        var document = InvoiceDocument.InvoiceOf(bill, Billers.Known);
        var bytes = UblWriter.Write(document);

        Assert.Equal(bytes, UblWriter.Write(document));
        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Invoice ", Encoding.UTF8.GetString(bytes)[..48]);
        var xml = XDocument.Parse(Encoding.UTF8.GetString(bytes));
        Assert.Equal(["FHI-000017", "2026-03-02", "2026-04-01", "380"], new[] { "ID", "IssueDate", "DueDate", "InvoiceTypeCode" }.Select(name => xml.Root!.Element(Cbc + name)!.Value));
        Assert.Equal(["6.25", "1"], xml.Descendants(Cbc + "InvoicedQuantity").Select(quantity => quantity.Value));
        Assert.Equal(["6968.75", "500.00"], xml.Root!.Elements().Where(element => element.Name.LocalName == "InvoiceLine").Select(line => line.Element(Cbc + "LineExtensionAmount")!.Value));
        Assert.Equal("9210.94", xml.Descendants(Cbc + "PayableAmount").Single().Value);
        Assert.Equal("Unntatt merverdiavgift, mval. § 3-9", xml.Descendants(Cbc + "TaxExemptionReason").Single().Value);
        Assert.Equal(bill.Kid, xml.Descendants(Cbc + "PaymentID").Single().Value);
        Assert.DoesNotContain(xml.Descendants(), element => !element.HasElements && element.Value.Length == 0);
    }

    [Fact]
    public void A_credit_note_refers_to_its_invoice_and_has_the_same_sums()
    {
        var bill = TestBill.Sent(TestBill.Line(111_500, 625)).Do(new CreditBill(18, "Prosjektet om en sjelden sykdom")).Bill;
        var text = Encoding.UTF8.GetString(UblWriter.Write(InvoiceDocument.CreditNoteOf(bill, Billers.Known)));
        var xml = XDocument.Parse(text);

        Assert.Equal("FHI-000018", xml.Root!.Element(Cbc + "ID")!.Value);
        Assert.Equal("FHI-000017", xml.Descendants().Single(element => element.Name.LocalName == "InvoiceDocumentReference").Element(Cbc + "ID")!.Value);
        Assert.Equal(bill.Totals.Total.ToString(), xml.Descendants(Cbc + "PayableAmount").Single().Value);
        Assert.DoesNotContain("sjelden", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sjelden", InvoicePage.Write(InvoiceDocument.CreditNoteOf(bill, Billers.Known)), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_encode_every_value_and_run_no_script()
    {
        var bill = new TestBill().Do(new OpenBill("2026-0001", "fhi", TestBill.Buyer with { Name = "<script>alert(1)</script> & Sønn", Reference = "\"><img src=x>" }))
            .Do(new AddBasis("B1", TestBill.Day, [TestBill.Line(100_000)], [])).Do(new LockBill())
            .Do(new IssueBill(17, TestBill.Day.AddDays(30), Kid.Of(11, 17, KidRule.Mod11))).Do(new MarkBillSent("r"));
        var invoice = InvoicePage.Write(InvoiceDocument.InvoiceOf(bill.Bill, Billers.Known));
        bill.Do(new RemindBill(), TestBill.Day.AddDays(50));
        var reminder = ReminderPage.Write(bill.Bill, (BillReminded)bill.Events[^1].Event, Billers.Known);

        foreach (var page in (string[])[invoice, reminder])
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sønn", page, StringComparison.Ordinal);
            Assert.Contains("lang=\"nb\"", page, StringComparison.Ordinal);
            Assert.Contains("1234.56.11019", page, StringComparison.Ordinal);
        }

        Assert.Contains("1&#xA0;250,00 kr", invoice, StringComparison.Ordinal);
        Assert.Contains("Purregebyr</td><td class=\"amount\">38,00", reminder, StringComparison.Ordinal);
    }

    [Fact]
    public void Buyers_abroad_pay_to_the_international_account_and_joint_bills_name_who_did_the_work()
    {
        var bill = new TestBill().Do(new OpenBill("2026-0001", "fhi", TestBill.Buyer with { OrganisationNumber = null, Address = "0088:7300010000001", Country = "DK" }))
            .Do(new AddBasis("B1", TestBill.Day, [TestBill.Line(100, vat: VatTreatment.Abroad), TestBill.Line(200, vat: VatTreatment.Abroad, register: "kreft", biller: "kreft")], []))
            .Do(new LockBill()).Do(new IssueBill(1, TestBill.Day.AddDays(30), Kid.Of(11, 1, KidRule.Mod10))).Bill;
        var document = InvoiceDocument.InvoiceOf(bill, Billers.Known);

        Assert.StartsWith("NO", document.Account, StringComparison.Ordinal);
        Assert.EndsWith(Billers.Known.Find("fhi")!.Account, document.Account, StringComparison.Ordinal);
        Assert.Equal(["Tilrettelegging av data (Folkehelseinstituttet)", "Tilrettelegging av data (Folkehelseinstituttet, Kreftregisteret)"], document.Lines.Select(line => line.Text));
    }
}
