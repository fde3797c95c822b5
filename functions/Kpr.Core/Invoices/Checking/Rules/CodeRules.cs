namespace Kpr.Core.Invoices.Checking.Rules;

/// <summary>Codes by their lists (<see cref="InvoiceCodes"/>), and numbers of decimals.</summary>
internal static class CodeRules
{
    private static readonly string[] Amounts =
    [
        "cbc:Amount", "cbc:BaseAmount", "cbc:PriceAmount", "cbc:TaxAmount", "cbc:TaxableAmount", "cbc:LineExtensionAmount", "cbc:TaxExclusiveAmount", "cbc:TaxInclusiveAmount", "cbc:AllowanceTotalAmount",
        "cbc:ChargeTotalAmount", "cbc:PrepaidAmount", "cbc:PayableRoundingAmount", "cbc:PayableAmount",
    ];

    public static IEnumerable<InvoiceRule> All { get; } =
    [
        Attribute("BR-CL-03", "Valutakoden på et beløp finnes ikke i ISO 4217.", "currencyID", "currency", Amounts),
        Code("BR-CL-04", "Valutakoden finnes ikke i ISO 4217.", "currency", "cbc:DocumentCurrencyCode"),
        Code("BR-CL-05", "Koden for regnskapsvaluta finnes ikke i ISO 4217.", "currency", "cbc:TaxCurrencyCode"),
        new("BR-CL-14", "Landkoden finnes ikke i ISO 3166-1.", it => it.Named("cbc:IdentificationCode").Where(code => code.Parent!.Name == "cac:Country" && !InvoiceCodes.Has("country", code.Value))),
        new("BR-CL-15", "Opprinnelseslandet finnes ikke i ISO 3166-1.", it => it.Named("cac:OriginCountry").SelectMany(country => country.All("cbc:IdentificationCode")).Where(code => !InvoiceCodes.Has("country", code.Value))),
        Code("BR-CL-16", "Koden for betalingsmåte finnes ikke i UNCL 4461.", "payment-means", "cbc:PaymentMeansCode"),
        new("BR-CL-17", "Avgiftskategorien finnes ikke i UNCL 5305.", it => it.Named("cac:TaxCategory").SelectMany(category => category.All("cbc:ID")).Where(code => !InvoiceCodes.Has("vat-category", code.Value))),
        new("BR-CL-18", "Avgiftskategorien på en linje finnes ikke i UNCL 5305.", it => it.Named("cac:ClassifiedTaxCategory").SelectMany(category => category.All("cbc:ID")).Where(code => !InvoiceCodes.Has("vat-category", code.Value))),
        Attribute("BR-CL-23", "Enheten finnes ikke i UN/ECE-anbefaling 20 eller 21.", "unitCode", "unit", "cbc:InvoicedQuantity", "cbc:CreditedQuantity", "cbc:BaseQuantity"),
        Attribute("PEPPOL-EN16931-CL001", "Filtypen er ikke tillatt på vedlegg.", "mimeCode", "mime", "cbc:EmbeddedDocumentBinaryObject"),
        new("PEPPOL-EN16931-CL002", "Koden for fradrag finnes ikke i UNCL 5189.", it => Reasons(it, "false").Where(code => !InvoiceCodes.Has("allowance-reason", code.Value))),
        new("PEPPOL-EN16931-CL003", "Koden for tillegg finnes ikke i UNCL 7161.", it => Reasons(it, "true").Where(code => !InvoiceCodes.Has("charge-reason", code.Value))),
        new("PEPPOL-EN16931-CL006", "Koden for fakturaperiode finnes ikke i UNCL 2005.", it => it.Root.All("cac:InvoicePeriod/cbc:DescriptionCode").Where(code => !InvoiceCodes.Has("period", code.Value))),
        Attribute("PEPPOL-EN16931-CL007", "Valutakoden på et beløp finnes ikke i ISO 4217.", "currencyID", "currency", Amounts),
        Attribute("PEPPOL-EN16931-CL008", "Skjemaet for elektronisk adresse finnes ikke i listen.", "schemeID", "endpoint", "cbc:EndpointID"),
        new("PEPPOL-EN16931-P0100", "Fakturatypen er ikke tillatt i prosess 01.", it => it.Root.All("cbc:InvoiceTypeCode").Where(code => it.Process == "01" && !InvoiceCodes.Has("invoice-type", code.Value))),
        new("PEPPOL-EN16931-P0101", "Kreditnotatypen er ikke tillatt i prosess 01.", it => it.Root.All("cbc:CreditNoteTypeCode").Where(code => it.Process == "01" && !InvoiceCodes.Has("credit-note-type", code.Value))),
        Decimals("BR-DEC-01", it => it.Allowances, "cbc:Amount"),
        Decimals("BR-DEC-02", it => it.Allowances, "cbc:BaseAmount"),
        Decimals("BR-DEC-05", it => it.Charges, "cbc:Amount"),
        Decimals("BR-DEC-06", it => it.Charges, "cbc:BaseAmount"),
        Decimals("BR-DEC-09", Sums, "cbc:LineExtensionAmount"),
        Decimals("BR-DEC-10", Sums, "cbc:AllowanceTotalAmount"),
        Decimals("BR-DEC-11", Sums, "cbc:ChargeTotalAmount"),
        Decimals("BR-DEC-12", Sums, "cbc:TaxExclusiveAmount"),
        Decimals("BR-DEC-13", it => it.Root.All("cac:TaxTotal").Where(total => total.One("cbc:TaxAmount")?["currencyID"] == it.Currency), "cbc:TaxAmount"),
        Decimals("BR-DEC-14", Sums, "cbc:TaxInclusiveAmount"),
        Decimals("BR-DEC-15", it => it.Root.All("cac:TaxTotal").Where(total => it.Root.Has("cbc:TaxCurrencyCode") && total.One("cbc:TaxAmount")?["currencyID"] == it.Root.Text("cbc:TaxCurrencyCode")), "cbc:TaxAmount"),
        Decimals("BR-DEC-16", Sums, "cbc:PrepaidAmount"),
        Decimals("BR-DEC-17", Sums, "cbc:PayableRoundingAmount"),
        Decimals("BR-DEC-18", Sums, "cbc:PayableAmount"),
        Decimals("BR-DEC-19", it => it.Breakdown, "cbc:TaxableAmount"),
        Decimals("BR-DEC-20", it => it.Breakdown, "cbc:TaxAmount"),
        Decimals("BR-DEC-23", it => it.Lines, "cbc:LineExtensionAmount"),
        Decimals("BR-DEC-24", it => OnLines(it, "false"), "cbc:Amount"),
        Decimals("BR-DEC-25", it => OnLines(it, "false"), "cbc:BaseAmount"),
        Decimals("BR-DEC-27", it => OnLines(it, "true"), "cbc:Amount"),
        Decimals("BR-DEC-28", it => OnLines(it, "true"), "cbc:BaseAmount"),
        new("KPR-UBL", "Beløpet eller antallet er ikke et tall, eller større enn noe virkelig.", it => it.Everything.Where(element =>
            (Amounts.Contains(element.Name) || element.Name is "cbc:InvoicedQuantity" or "cbc:CreditedQuantity" or "cbc:BaseQuantity" or "cbc:Percent" or "cbc:MultiplierFactorNumeric") && element is { Value.Length: > 0, Number: null })),
    ];

    private static InvoiceRule Code(string id, string message, string list, string name) => new(id, message, it => it.Named(name).Where(code => !InvoiceCodes.Has(list, code.Value)));

    private static InvoiceRule Attribute(string id, string message, string attribute, string list, params string[] names) =>
        new(id, message, it => it.Everything.Where(element => names.Contains(element.Name) && element[attribute] is { } code && !InvoiceCodes.Has(list, code)));

    private static InvoiceRule Decimals(string id, Func<UblInvoice, IEnumerable<UblElement>> holders, string path) =>
        new(id, $"{path[4..]} kan ha høyst to desimaler.", it => holders(it).SelectMany(holder => holder.All(path)).Where(amount => amount.Decimals > 2));

    private static IEnumerable<UblElement> Sums(UblInvoice it) => it.Root.All("cac:LegalMonetaryTotal");

    private static IEnumerable<UblElement> OnLines(UblInvoice it, string indicator) =>
        it.Lines.SelectMany(line => line.All("cac:AllowanceCharge")).Where(item => item.Text("cbc:ChargeIndicator") == indicator);

    private static IEnumerable<UblElement> Reasons(UblInvoice it, string indicator) =>
        it.Named("cac:AllowanceCharge").Where(item => item.Text("cbc:ChargeIndicator") == indicator).SelectMany(item => item.All("cbc:AllowanceChargeReasonCode"));
}
