namespace Kpr.Core.Invoices.Checking.Rules;

/// <summary>Peppol BIS Billing 3.0: the document, allowances, identifiers by scheme; and the Norwegian rules.</summary>
internal static class PeppolRules
{
    private const string Profile = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

    private static readonly string[] Amounts =
    [
        "cbc:Amount", "cbc:BaseAmount", "cbc:PriceAmount", "cbc:TaxableAmount", "cbc:LineExtensionAmount", "cbc:TaxExclusiveAmount", "cbc:TaxInclusiveAmount", "cbc:AllowanceTotalAmount",
        "cbc:ChargeTotalAmount", "cbc:PrepaidAmount", "cbc:PayableRoundingAmount", "cbc:PayableAmount",
    ];

    private static readonly (string Code, string Category)[] Reasons =
        [("VATEX-EU-G", "G"), ("VATEX-EU-O", "O"), ("VATEX-EU-IC", "K"), ("VATEX-EU-AE", "AE"), ("VATEX-EU-D", "E"), ("VATEX-EU-F", "E"), ("VATEX-EU-I", "E"), ("VATEX-EU-J", "E")];

    public static IEnumerable<InvoiceRule> All { get; } =
    [
        new("PEPPOL-EN16931-R001", "Prosess (ProfileID) mangler.", it => it.When(!it.Root.Has("cbc:ProfileID"))),
        new("PEPPOL-EN16931-R002", "Det kan stå høyst én merknad på dokumentet.", it => it.Root.All("cbc:Note").Skip(1)),
        new("PEPPOL-EN16931-R003", "Kjøpers referanse eller ordrenummer mangler.", it => it.When(!it.Root.Has("cbc:BuyerReference") && !it.Root.Has("cac:OrderReference/cbc:ID"))),
        new("PEPPOL-EN16931-R004", "Spesifikasjonsidentifikatoren er ikke den som gjelder for EHF Billing 3.0.", it => it.When(it.Root.Text("cbc:CustomizationID")?.StartsWith(Profile, StringComparison.Ordinal) != true)),
        new("PEPPOL-EN16931-R005", "Regnskapsvaluta skal være en annen enn fakturavaluta.", it => it.Root.All("cbc:TaxCurrencyCode").Where(code => code.Value == it.Currency)),
        new("PEPPOL-EN16931-R007", "Prosess (ProfileID) har feil form.", it => it.When(it.Process is null)),
        new("PEPPOL-EN16931-R008", "Tomme elementer er ikke tillatt.", it => it.Everything.Where(element => element.Children.Count == 0 && element.Value.Length == 0)),
        new("PEPPOL-EN16931-R010", "Kjøpers elektroniske adresse mangler.", it => it.When(it.Buyer?.Has("cbc:EndpointID") != true)),
        new("PEPPOL-EN16931-R020", "Selgers elektroniske adresse mangler.", it => it.When(it.Seller?.Has("cbc:EndpointID") != true)),
        Allowance("PEPPOL-EN16931-R040", "Beløpet er ikke grunnlag ganger prosent.", item => item.Amount("cbc:MultiplierFactorNumeric") is { } percent && item.Amount("cbc:BaseAmount") is { } from
            && Math.Abs((item.Amount("cbc:Amount") ?? 0) - (from * percent / 100)) > 0.02m),
        Allowance("PEPPOL-EN16931-R041", "Grunnlag mangler når prosent er oppgitt.", item => item.Has("cbc:MultiplierFactorNumeric") && !item.Has("cbc:BaseAmount")),
        Allowance("PEPPOL-EN16931-R042", "Prosent mangler når grunnlag er oppgitt.", item => item.Has("cbc:BaseAmount") && !item.Has("cbc:MultiplierFactorNumeric")),
        Allowance("PEPPOL-EN16931-R043", "ChargeIndicator skal være true eller false.", item => item.Text("cbc:ChargeIndicator") is not ("true" or "false")),
        new("PEPPOL-EN16931-R051", "Alle beløp skal ha fakturaens valuta.", it => it.Everything.Where(element =>
            (Amounts.Contains(element.Name) || (element.Name == "cbc:TaxAmount" && (element.Parent!.Name != "cac:TaxTotal" || element.Parent.Has("cac:TaxSubtotal")))) && element["currencyID"] != it.Currency)),
        new("PEPPOL-EN16931-R053", "Det skal være nøyaktig én avgiftssum med avgiftsgrupper.", it => it.When(it.Root.All("cac:TaxTotal").Count(total => total.Has("cac:TaxSubtotal")) != 1)),
        new("PEPPOL-EN16931-R054", "Det skal være én avgiftssum uten grupper når regnskapsvaluta er oppgitt, ellers ingen.", it => it.When(
            it.Root.All("cac:TaxTotal").Count(total => !total.Has("cac:TaxSubtotal")) != (it.Root.Has("cbc:TaxCurrencyCode") ? 1 : 0))),
        new("PEPPOL-EN16931-R055", "Avgift i fakturavaluta og i regnskapsvaluta skal ha samme fortegn.", it => it.When(it.Root.Text("cbc:TaxCurrencyCode") is { } other
            && Tax(it, other) is { } one && Tax(it, it.Currency) is { } two && one * two < 0)),
        new("PEPPOL-EN16931-R061", "Direkte trekk (49, 59) trenger fullmakt.", it => it.Root.All("cac:PaymentMeans").Where(means => means.Text("cbc:PaymentMeansCode") is "49" or "59" && !means.Has("cac:PaymentMandate/cbc:ID"))),
        new("PEPPOL-EN16931-R080", "Det kan stå høyst én prosjektreferanse på en kreditnota.", it => it.When(!it.IsInvoice && it.Root.All("cac:AdditionalDocumentReference").Count(reference => reference.Text("cbc:DocumentTypeCode") == "50") > 1)),
        Identifier("PEPPOL-COMMON-R040", "0088", "GLN har feil form eller kontrollsiffer.", CheckDigits.Gln),
        Identifier("PEPPOL-COMMON-R041", "0192", "Norsk organisasjonsnummer har feil form eller kontrollsiffer.", CheckDigits.Norwegian),
        Identifier("PEPPOL-COMMON-R042", "0184", "Dansk CVR-nummer har feil form.", CheckDigits.Danish),
        Identifier("PEPPOL-COMMON-R043", "0208", "Belgisk foretaksnummer har feil form eller kontrollsiffer.", CheckDigits.Belgian),
        Identifier("PEPPOL-COMMON-R049", "0007", "Svensk organisasjonsnummer har feil form eller kontrollsiffer.", CheckDigits.Swedish),
        Identifier("PEPPOL-COMMON-R050", "0151", "Australsk foretaksnummer (ABN) har feil form eller kontrollsiffer.", CheckDigits.Australian),
        new("PEPPOL-EN16931-F001", "En dato skrives åååå-mm-dd.", it => it.Everything.Where(element =>
            element.Name is "cbc:IssueDate" or "cbc:DueDate" or "cbc:TaxPointDate" or "cbc:StartDate" or "cbc:EndDate" or "cbc:ActualDeliveryDate" && element.Day is null)),
        .. Reasons.Select((reason, at) => new InvoiceRule($"PEPPOL-EN16931-P01{at + 4:00}", $"Grunnkode {reason.Code} hører til avgiftskategori {reason.Category}.", it => it.Named("cac:TaxCategory").Where(tax =>
            string.Equals(tax.Text("cbc:TaxExemptionReasonCode"), reason.Code, StringComparison.OrdinalIgnoreCase) && tax.Text("cbc:ID") != reason.Category))),
        new("NO-R-001", "Norsk mva-nummer skal være NO, ni sifre (gyldig organisasjonsnummer) og MVA.", it => Norwegian(it).SelectMany(seller => seller.All("cac:PartyTaxScheme")).Where(UblInvoice.IsVat).SelectMany(scheme => scheme.All("cbc:CompanyID"))
            .Where(number => number.Value.StartsWith("NO", StringComparison.Ordinal) && !(number.Value.Length == 14 && number.Value.EndsWith("MVA", StringComparison.Ordinal) && CheckDigits.Norwegian(number.Value[2..11])))),
        new(
            "NO-R-002", "Aksjeselskap, allmennaksjeselskap og filial av utenlandsk selskap skal ha «Foretaksregisteret» på fakturaen; andre kan se bort fra dette.",
            it => Norwegian(it).Where(seller => !seller.All("cac:PartyTaxScheme").Any(scheme => scheme.Text("cac:TaxScheme/cbc:ID") == "TAX" && scheme.Text("cbc:CompanyID") == "Foretaksregisteret")),
            InvoiceSeverity.Warning),
    ];

    private static InvoiceRule Allowance(string id, string message, Func<UblElement, bool> wrong) =>
        new(id, message, it => it.Root.All("cac:AllowanceCharge").Concat(it.Lines.SelectMany(line => line.All("cac:AllowanceCharge"))).Where(wrong));

    private static InvoiceRule Identifier(string id, string scheme, string message, Func<string, bool> valid) => new(id, message, it => it.Everything.Where(element =>
        element["schemeID"] == scheme && (element.Name is "cbc:EndpointID" or "cbc:CompanyID" || (element.Name == "cbc:ID" && element.Parent!.Name == "cac:PartyIdentification"))
        && !valid(element.Value)));

    private static decimal? Tax(UblInvoice it, string? currency) => it.Root.All("cac:TaxTotal/cbc:TaxAmount").FirstOrDefault(amount => amount["currencyID"] == currency)?.Number;

    // The seller's country: by VAT number, its representative's, or address.
    private static IEnumerable<UblElement> Norwegian(UblInvoice it)
    {
        static string? Vat(UblElement? party) => party?.All("cac:PartyTaxScheme").FirstOrDefault(UblInvoice.IsVat)?.Text("cbc:CompanyID") is { Length: >= 2 } number ? number[..2] : null;
        var country = Vat(it.Seller) ?? Vat(it.Root.One("cac:TaxRepresentativeParty")) ?? it.Seller?.Text("cac:PostalAddress/cac:Country/cbc:IdentificationCode");
        return string.Equals(country, "NO", StringComparison.OrdinalIgnoreCase) && it.Seller is { } seller ? [seller] : [];
    }
}
