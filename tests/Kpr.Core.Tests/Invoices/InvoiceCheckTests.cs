using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Checking;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Invoices.Ubl;
using Xunit.Abstractions;

namespace Kpr.Core.Tests.Invoices;

/// <summary>Every rule of the table has an example that keeps it and one that breaks it.</summary>
public sealed class InvoiceCheckTests(ITestOutputHelper output)
{
    // The fatal rules that an invoice of the system must keep, and what breaks each.
    private static readonly Dictionary<string, Action<InvoiceXml>> Faults = new(StringComparer.Ordinal)
    {
        ["BR-02"] = it => it.Drop("cbc:ID"),
        ["BR-03"] = it => it.Drop("cbc:IssueDate"),
        ["BR-04"] = it => it.Drop("cbc:InvoiceTypeCode"),
        ["BR-05"] = it => it.Drop("cbc:DocumentCurrencyCode"),
        ["BR-06"] = it => it.Drop("cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity"),
        ["BR-07"] = it => it.Drop("cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity"),
        ["BR-08"] = it => it.Drop("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress"),
        ["BR-09"] = it => it.Drop("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:Country"),
        ["BR-10"] = it => it.Drop("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress"),
        ["BR-11"] = it => it.Drop("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:Country"),
        ["BR-62"] = it => it.One("cac:AccountingSupplierParty/cac:Party/cbc:EndpointID").Attribute("schemeID")!.Remove(),
        ["BR-63"] = it => it.One("cac:AccountingCustomerParty/cac:Party/cbc:EndpointID").Attribute("schemeID")!.Remove(),
        ["PEPPOL-EN16931-R020"] = it => it.Drop("cac:AccountingSupplierParty/cac:Party/cbc:EndpointID"),
        ["PEPPOL-EN16931-R010"] = it => it.Drop("cac:AccountingCustomerParty/cac:Party/cbc:EndpointID"),
        ["PEPPOL-EN16931-R001"] = it => it.Drop("cbc:ProfileID"),
        ["PEPPOL-EN16931-R002"] = it => it.One("cbc:Note").AddAfterSelf(new XElement(it.One("cbc:Note"))),
        ["PEPPOL-EN16931-R003"] = it => it.Drop("cbc:BuyerReference"),
        ["PEPPOL-EN16931-R004"] = it => it.Set("cbc:CustomizationID", "urn:cen.eu:en16931:2017"),
        ["PEPPOL-EN16931-R007"] = it => it.Set("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:1:1.0"),
        ["PEPPOL-EN16931-R008"] = it => it.Set("cbc:Note", " "),
        ["BR-16"] = it => it.Drop("cac:InvoiceLine"),
        ["BR-21"] = it => it.Drop("cac:InvoiceLine/cbc:ID"),
        ["BR-22"] = it => it.Drop("cac:InvoiceLine/cbc:InvoicedQuantity"),
        ["BR-23"] = it => it.One("cac:InvoiceLine/cbc:InvoicedQuantity").Attribute("unitCode")!.Remove(),
        ["BR-24"] = it => it.Drop("cac:InvoiceLine/cbc:LineExtensionAmount"),
        ["BR-25"] = it => it.Drop("cac:InvoiceLine/cac:Item/cbc:Name"),
        ["BR-26"] = it => it.Drop("cac:InvoiceLine/cac:Price"),
        ["BR-CO-04"] = it => it.Drop("cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory"),
        ["PEPPOL-EN16931-R120"] = it => it.Set("cac:InvoiceLine/cbc:InvoicedQuantity", "6.26"),
        ["BR-12"] = it => it.Drop("cac:LegalMonetaryTotal/cbc:LineExtensionAmount"),
        ["BR-13"] = it => it.Drop("cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"),
        ["BR-14"] = it => it.Drop("cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"),
        ["BR-15"] = it => it.Drop("cac:LegalMonetaryTotal/cbc:PayableAmount"),
        ["BR-CO-10"] = it => it.Set("cac:LegalMonetaryTotal/cbc:LineExtensionAmount", "7468.76"),
        ["BR-CO-11"] = it => it.After("cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount", "cbc:AllowanceTotalAmount", "1.00", ("currencyID", "NOK")),
        ["BR-CO-12"] = it => it.After("cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount", "cbc:ChargeTotalAmount", "1.00", ("currencyID", "NOK")),
        ["BR-CO-13"] = it => it.Set("cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount", "7468.74"),
        ["BR-CO-14"] = it => it.Set("cac:TaxTotal/cbc:TaxAmount", "1742.18"),
        ["BR-CO-15"] = it => it.Set("cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount", "9210.95"),
        ["BR-CO-16"] = it => it.Set("cac:LegalMonetaryTotal/cbc:PayableAmount", "9210.00"),
        ["BR-45"] = it => it.Drop("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount"),
        ["BR-46"] = it => it.Drop("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount"),
        ["BR-47"] = it => it.Drop("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID"),
        ["BR-48"] = it => it.Drop("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent"),
        ["BR-CO-17"] = it => it.Set("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount", "1743.19"),
        ["BR-CO-18"] = it => it.Drop("cac:TaxTotal/cac:TaxSubtotal"),
        ["BR-E-10"] = it => it.Drop("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:TaxExemptionReason"),
        ["BR-O-10"] = it =>
        {
            it.Set("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID", "O", last: true);
            it.Drop("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:TaxExemptionReason");
        },
        ["BR-O-11"] = it => it.Set("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID", "O", last: true),
        ["BR-CO-25"] = it => it.Drop("cbc:DueDate"),
        ["BR-49"] = it => it.Drop("cac:PaymentMeans/cbc:PaymentMeansCode"),
        ["BR-50"] = it => it.Set("cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID", ""),
        ["BR-61"] = it => it.Drop("cac:PaymentMeans/cac:PayeeFinancialAccount"),
        ["PEPPOL-EN16931-R051"] = it => it.One("cac:InvoiceLine/cac:Price/cbc:PriceAmount").SetAttributeValue("currencyID", "EUR"),
        ["PEPPOL-EN16931-R053"] = it => it.One("cac:TaxTotal").AddAfterSelf(new XElement(it.One("cac:TaxTotal"))),
        ["PEPPOL-COMMON-R041"] = it => it.Set("cac:AccountingCustomerParty/cac:Party/cbc:EndpointID", "974760674"),
        ["NO-R-001"] = it => it.Set("cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID", "NO983744516"),

        // Others that are easily broken.
        ["BR-01"] = it => it.Drop("cbc:CustomizationID"),
        ["BR-27"] = it => it.Set("cac:InvoiceLine/cac:Price/cbc:PriceAmount", "-1115.00"),
        ["BR-CO-09"] = it => it.Set("cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID", "983744516MVA"),
        ["BR-S-05"] = it => it.Set("cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent", "0"),
        ["BR-S-02"] = it => it.Drop("cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme"),
        ["BR-S-01"] = it => it.Set("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID", "L"),
        ["BR-S-08"] = it => it.Set("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount", "6969.76"),
        ["BR-E-01"] = it => it.Set("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID", "Z", last: true),
        ["BR-E-05"] = it => it.Set("cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent", "25", last: true),
        ["BR-E-08"] = it => it.Set("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount", "500.01", last: true),
        ["BR-E-09"] = it => it.Set("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount", "1.00", last: true),
        ["BR-CL-04"] = it => it.Set("cbc:DocumentCurrencyCode", "KRO"),
        ["BR-CL-14"] = it => it.Set("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode", "NN"),
        ["BR-CL-16"] = it => it.Set("cac:PaymentMeans/cbc:PaymentMeansCode", "300"),
        ["BR-CL-17"] = it => it.Set("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID", "X"),
        ["BR-CL-23"] = it => it.One("cac:InvoiceLine/cbc:InvoicedQuantity").SetAttributeValue("unitCode", "TIMER"),
        ["PEPPOL-EN16931-CL007"] = it => it.One("cac:InvoiceLine/cac:Price/cbc:PriceAmount").SetAttributeValue("currencyID", "KRO"),
        ["PEPPOL-EN16931-CL008"] = it => it.One("cac:AccountingCustomerParty/cac:Party/cbc:EndpointID").SetAttributeValue("schemeID", "9999"),
        ["PEPPOL-EN16931-F001"] = it => it.Set("cbc:DueDate", "01.04.2026"),
        ["PEPPOL-EN16931-P0100"] = it => it.Set("cbc:InvoiceTypeCode", "999"),
        ["PEPPOL-EN16931-R005"] = it => it.After("cbc:DocumentCurrencyCode", "cbc:TaxCurrencyCode", "NOK"),
        ["PEPPOL-EN16931-R054"] = it => it.After("cbc:DocumentCurrencyCode", "cbc:TaxCurrencyCode", "EUR"),
        ["BR-53"] = it => it.After("cbc:DocumentCurrencyCode", "cbc:TaxCurrencyCode", "EUR"),
        ["BR-DEC-23"] = it => it.Set("cac:InvoiceLine/cbc:LineExtensionAmount", "6968.750"),
        ["BR-DEC-18"] = it => it.Set("cac:LegalMonetaryTotal/cbc:PayableAmount", "9210.940"),
        ["KPR-UBL"] = it => it.Set("cac:InvoiceLine/cbc:InvoicedQuantity", "1e3"),
    };

    public static TheoryData<string> Broken => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_rule_is_kept_by_a_good_invoice_and_found_where_it_is_broken(string rule)
    {
        var good = new InvoiceXml();
        Assert.DoesNotContain(Check(good), finding => finding.Rule == rule);
        Faults[rule](good);

        var finding = Check(good).First(finding => finding.Rule == rule);
        Assert.Equal(InvoiceSeverity.Fatal, finding.Severity);
        Assert.StartsWith("/Invoice", finding.Path, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Message);
    }

    [Fact]
    public void The_table_of_fatal_rules_is_complete()
    {
        string[] table =
        [
            "BR-02", "BR-03", "BR-04", "BR-05", "BR-06", "BR-08", "BR-09", "BR-62", "PEPPOL-EN16931-R020", "BR-07", "BR-10", "BR-11", "BR-63", "PEPPOL-EN16931-R010", "PEPPOL-EN16931-R003",
            "PEPPOL-EN16931-R002", "PEPPOL-EN16931-R008", "BR-16", "BR-21", "BR-22", "BR-23", "BR-24", "BR-25", "BR-26", "BR-CO-04", "PEPPOL-EN16931-R120", "BR-12", "BR-13", "BR-14", "BR-15",
            "BR-CO-10", "BR-CO-11", "BR-CO-12", "BR-CO-13", "BR-CO-14", "BR-CO-15", "BR-CO-16", "BR-45", "BR-46", "BR-47", "BR-48", "BR-CO-17", "BR-CO-18", "BR-E-10", "BR-O-10", "BR-O-11", "BR-CO-25",
            "BR-49", "BR-50", "BR-61", "PEPPOL-EN16931-R053", "PEPPOL-EN16931-R051", "PEPPOL-COMMON-R041", "NO-R-001", "PEPPOL-EN16931-R001", "PEPPOL-EN16931-R004", "PEPPOL-EN16931-R007",
        ];

        Assert.Empty(table.Except(Faults.Keys));
        Assert.Empty(table.Except(InvoiceRules.All.Select(rule => rule.Id)));
        Assert.All(InvoiceRules.All, rule => Assert.Equal(rule.Id == "NO-R-002" ? InvoiceSeverity.Warning : InvoiceSeverity.Fatal, rule.Severity));
        Assert.True(InvoiceRules.All.Select(rule => rule.Id).Distinct().Count() > 200);
    }

    [Fact]
    public void No_rule_is_there_twice() => Assert.Equal(InvoiceRules.All.Count, InvoiceRules.All.Select(rule => rule.Id).Distinct().Count());

    [Fact]
    public void A_state_agency_gets_only_the_warning_about_the_register_of_companies() =>
        Assert.Equal([("NO-R-002", InvoiceSeverity.Warning)], Check(new InvoiceXml()).Select(finding => (finding.Rule, finding.Severity)));

    [Fact]
    public void Findings_say_where()
    {
        var invoice = new InvoiceXml();
        invoice.Drop("cac:InvoiceLine/cac:Item/cbc:Name", last: true);

        Assert.Contains(Check(invoice), finding => finding is { Rule: "BR-25", Path: "/Invoice/cac:InvoiceLine[2]" });
    }

    [Fact]
    public void Whatever_the_writer_writes_passes() => Prop.ForAll(
        (from lines in BillProperties.Lines from abroad in Gen.Elements(true, false) from order in Gen.Elements(true, false) select (lines, abroad, order)).ToArbitrary(),
        made =>
        {
            var buyer = TestBill.Buyer with
            {
                Country = made.abroad ? "SE" : "NO",
                OrganisationNumber = made.abroad ? null : TestBill.Buyer.OrganisationNumber,
                Address = made.abroad ? "0088:7300010000001" : TestBill.Buyer.Address,
                Reference = made.order ? null : "Å & <b>",
                Order = made.order ? "]]>" : null,
            };
            var bill = new TestBill().Do(new OpenBill("2026-0001", "fhi", buyer)).Do(new AddBasis("B1", TestBill.Day, made.lines, [])).Do(new LockBill())
                .Do(new IssueBill(17, TestBill.Day.AddDays(30), Kid.Of(11, 17, KidRule.Mod11))).Do(new MarkBillSent("r")).Do(new CreditBill(18, "Feil."));
            return ((DocumentKind[])[DocumentKind.Invoice, DocumentKind.CreditNote]).All(kind => InvoiceCheck.Check(new MemoryStream(UblWriter.Write(
                kind == DocumentKind.Invoice ? InvoiceDocument.InvoiceOf(bill.Bill, Billers.Known) : InvoiceDocument.CreditNoteOf(bill.Bill, Billers.Known)))).All(finding => finding.Rule == "NO-R-002"));
        }).Check(Seeded());

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">&a;</Invoice>", "KPR-XML", "DTD")]
    [InlineData("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">", "KPR-XML", "velformet")]
    [InlineData("", "KPR-XML", "velformet")]
    [InlineData("not xml", "KPR-XML", "velformet")]
    [InlineData("<Invoice/>", "KPR-UBL", "UBL")]
    [InlineData("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>", "KPR-UBL", "UBL")]
    public void What_is_no_document_is_refused_clearly(string text, string rule, string why)
    {
        var finding = Assert.Single(InvoiceCheck.Check(new MemoryStream(Encoding.UTF8.GetBytes(text))));

        Assert.Equal((rule, InvoiceSeverity.Fatal), (finding.Rule, finding.Severity));
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_too_deep_are_refused_and_an_empty_invoice_breaks_rules_without_a_crash()
    {
        var deep = $"<Invoice xmlns=\"{UblNames.Invoice}\">{string.Concat(Enumerable.Repeat("<a>", 100_000))}";
        Assert.Contains("nøstet", Assert.Single(InvoiceCheck.Check(new MemoryStream(Encoding.UTF8.GetBytes(deep)))).Message, StringComparison.Ordinal);
        Assert.True(InvoiceCheck.Check(new MemoryStream(Encoding.UTF8.GetBytes($"<CreditNote xmlns=\"{UblNames.CreditNote}\"/>"))).Count > 15);
    }

    [Fact]
    public void No_number_whatever_its_size_crashes_the_check() => Prop.ForAll(
        Gen.Elements("1e3", "-0", "79228162514264337593543950335", "-999999999999", "999999999999.999999999999", "0.000000000001", "NaN", "1,5", "", "0").ArrayOf(6).ToArbitrary(),
        numbers =>
        {
            var invoice = new InvoiceXml();
            string[] places =
            [
                "cac:InvoiceLine/cbc:InvoicedQuantity", "cac:InvoiceLine/cbc:LineExtensionAmount", "cac:InvoiceLine/cac:Price/cbc:PriceAmount", "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent",
                "cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount", "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount",
            ];
            foreach (var (place, number) in places.Zip(numbers))
            {
                invoice.Set(place, number);
            }

            invoice.After("cac:InvoiceLine/cac:Price/cbc:PriceAmount", "cbc:BaseQuantity", numbers[0]);
            return Check(invoice).Count >= 0;
        }).Check(Seeded());

    private static IReadOnlyList<InvoiceFinding> Check(InvoiceXml invoice) => InvoiceCheck.Check(new MemoryStream(Encoding.UTF8.GetBytes(invoice.ToString())));

    private Config Seeded()
    {
        output.WriteLine("seed 20260703, 11");
        return Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260703UL, 11UL);
    }
}
