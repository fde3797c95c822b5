namespace Kpr.Core.Invoices.Checking.Rules;

/// <summary>EN 16931: seller, buyer, payee and tax representative.</summary>
internal static class PartyRules
{
    private const string Representative = "cac:TaxRepresentativeParty";

    public static IEnumerable<InvoiceRule> All { get; } =
    [
        new("BR-06", "Selgers navn mangler.", it => it.When(it.Seller?.Says("cac:PartyLegalEntity/cbc:RegistrationName") != true)),
        new("BR-07", "Kjøpers navn mangler.", it => it.When(it.Buyer?.Says("cac:PartyLegalEntity/cbc:RegistrationName") != true)),
        new("BR-08", "Selgers adresse mangler.", it => it.When(it.Seller?.Has("cac:PostalAddress") != true)),
        Country("BR-09", "Selgers adresse mangler landkode.", it => it.Seller?.One("cac:PostalAddress")),
        new("BR-10", "Kjøpers adresse mangler.", it => it.When(it.Buyer?.Has("cac:PostalAddress") != true)),
        Country("BR-11", "Kjøpers adresse mangler landkode.", it => it.Buyer?.One("cac:PostalAddress")),
        new("BR-17", "Betalingsmottakers navn mangler, eller det er selgeren selv.", it => it.Root.All("cac:PayeeParty").Where(payee =>
            !payee.Says("cac:PartyName/cbc:Name") || payee.Text("cac:PartyName/cbc:Name") == it.Seller?.Text("cac:PartyName/cbc:Name"))),
        new("BR-18", "Avgiftsrepresentantens navn mangler.", it => it.Root.All(Representative).Where(party => !party.Says("cac:PartyName/cbc:Name"))),
        new("BR-19", "Avgiftsrepresentantens adresse mangler.", it => it.Root.All(Representative).Where(party => !party.Has("cac:PostalAddress"))),
        Country("BR-20", "Avgiftsrepresentantens adresse mangler landkode.", it => it.Root.One($"{Representative}/cac:PostalAddress")),
        new("BR-56", "Avgiftsrepresentantens mva-nummer mangler.", it => it.Root.All(Representative).Where(party => !party.All("cac:PartyTaxScheme").Any(scheme => UblInvoice.IsVat(scheme) && scheme.Has("cbc:CompanyID")))),
        Scheme("BR-62", "Selgers elektroniske adresse mangler skjema (schemeID).", it => it.Seller?.All("cbc:EndpointID") ?? []),
        Scheme("BR-63", "Kjøpers elektroniske adresse mangler skjema (schemeID).", it => it.Buyer?.All("cbc:EndpointID") ?? []),
        new("BR-CO-09", "Et mva-nummer begynner ikke med en landkode.", it => it.Root.All("cac:AccountingSupplierParty/cac:Party").Concat(it.Root.All("cac:AccountingCustomerParty/cac:Party")).Concat(it.Root.All(Representative))
            .SelectMany(party => party.All("cac:PartyTaxScheme")).Where(UblInvoice.IsVat).SelectMany(scheme => scheme.All("cbc:CompanyID"))
            .Where(number => number.Value.Length < 2 || !(InvoiceCodes.Has("country", number.Value[..2]) || number.Value[..2] == "EL"))),
        new("BR-CO-26", "Selger mangler id, organisasjonsnummer eller mva-nummer.", it => it.Seller is { } seller
            && !seller.Has("cac:PartyIdentification/cbc:ID") && !seller.Has("cac:PartyLegalEntity/cbc:CompanyID") && !seller.All("cac:PartyTaxScheme").Any(scheme => UblInvoice.IsVat(scheme) && scheme.Has("cbc:CompanyID")) ? [seller] : []),
    ];

    private static InvoiceRule Country(string id, string message, Func<UblInvoice, UblElement?> address) =>
        new(id, message, it => address(it) is { } found && !found.Says("cac:Country/cbc:IdentificationCode") ? [found] : []);

    private static InvoiceRule Scheme(string id, string message, Func<UblInvoice, IEnumerable<UblElement>> endpoints) =>
        new(id, message, it => endpoints(it).Where(endpoint => endpoint["schemeID"] is null));
}
