namespace Kpr.Core.Invoices.Checking.Rules;

/// <summary>EN 16931: the head of the document, references and payment.</summary>
internal static class HeadRules
{
    private static readonly string[] CreditTransfers = ["30", "58"];

    public static IEnumerable<InvoiceRule> All { get; } =
    [
        Says("BR-01", "cbc:CustomizationID", "Spesifikasjonsidentifikator mangler."),
        Says("BR-02", "cbc:ID", "Fakturanummer mangler."),
        Says("BR-03", "cbc:IssueDate", "Fakturadato mangler."),
        new("BR-04", "Fakturatype mangler.", it => it.When(!it.Root.Says("cbc:InvoiceTypeCode") && !it.Root.Says("cbc:CreditNoteTypeCode"))),
        Says("BR-05", "cbc:DocumentCurrencyCode", "Valuta mangler."),
        new("BR-16", "Dokumentet har ingen linjer.", it => it.When(it.Lines.Count == 0)),
        new("BR-53", "Merverdiavgift i regnskapsvaluta mangler.", it => it.Root.All("cbc:TaxCurrencyCode")
            .Where(code => !it.Root.All("cac:TaxTotal/cbc:TaxAmount").Any(amount => amount["currencyID"] == code.Value))),
        new("BR-66", "Det kan stå høyst ett betalingskort.", it => it.When(it.Root.All("cac:PaymentMeans/cac:CardAccount").Count() > 1)),
        new("BR-67", "Det kan stå høyst én betalingsfullmakt.", it => it.When(it.Root.All("cac:PaymentMeans/cac:PaymentMandate").Count() > 1)),
        new("BR-CO-03", "Avgiftsdato og kode for avgiftsdato kan ikke stå sammen.", it => it.When(it.Root.Has("cbc:TaxPointDate") && it.Root.Has("cac:InvoicePeriod/cbc:DescriptionCode"))),
        new("BR-CO-25", "Forfallsdato eller betalingsbetingelser mangler når noe skal betales.", it => it.When(
            it.IsInvoice && it.Sums?.Amount("cbc:PayableAmount") > 0 && it.Named("cbc:DueDate").FirstOrDefault() is null && !it.Root.Has("cac:PaymentTerms/cbc:Note"))),
        new("BR-29", "Fakturaperioden slutter før den begynner.", it => it.Root.All("cac:InvoicePeriod").Where(UpsideDown)),
        new("BR-CO-19", "En fakturaperiode trenger start, slutt eller kode.", it => it.Root.All("cac:InvoicePeriod")
            .Where(period => !period.Has("cbc:StartDate") && !period.Has("cbc:EndDate") && !period.Has("cbc:DescriptionCode"))),
        new("BR-52", "Et vedlegg eller tilleggsdokument mangler referanse.", it => it.Named("cac:AdditionalDocumentReference").Where(reference => !reference.Says("cbc:ID"))),
        new("BR-55", "Referansen til en tidligere faktura mangler nummer.", it => it.Root.All("cac:BillingReference").Where(reference => !reference.Says("cac:InvoiceDocumentReference/cbc:ID"))),
        new("BR-57", "Leveringsadressen mangler landkode.", it => it.Root.All("cac:Delivery/cac:DeliveryLocation/cac:Address").Where(address => !address.Has("cac:Country/cbc:IdentificationCode"))),
        new("BR-49", "Betalingsmåten mangler kode.", it => it.Root.All("cac:PaymentMeans").Where(means => !means.Has("cbc:PaymentMeansCode"))),
        new("BR-50", "Kontoen mangler nummer.", it => Transfers(it).SelectMany(means => means.All("cac:PayeeFinancialAccount")).Where(account => !account.Says("cbc:ID"))),
        new("BR-51", "Bare de siste fire til seks sifrene av et kortnummer skal stå.", it => it.Root.All("cac:PaymentMeans/cac:CardAccount")
            .Where(card => card.Text("cbc:PrimaryAccountNumberID") is not { Length: >= 4 and <= 6 })),
        new("BR-61", "Kontonummer mangler ved kreditoverføring (kode 30 eller 58).", it => Transfers(it).Where(means => !means.Has("cac:PayeeFinancialAccount/cbc:ID"))),
    ];

    public static bool UpsideDown(UblElement period) =>
        period.One("cbc:StartDate")?.Day is { } start && period.One("cbc:EndDate")?.Day is { } end && end < start;

    private static InvoiceRule Says(string id, string path, string message) => new(id, message, it => it.When(!it.Root.Says(path)));

    private static IEnumerable<UblElement> Transfers(UblInvoice it) => it.Root.All("cac:PaymentMeans").Where(means => CreditTransfers.Contains(means.Text("cbc:PaymentMeansCode")));
}
