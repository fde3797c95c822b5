namespace Kpr.Core.Invoices.Checking.Rules;

/// <summary>EN 16931 and Peppol: the lines.</summary>
internal static class LineRules
{
    private const decimal Slack = 0.02m;

    public static IEnumerable<InvoiceRule> All { get; } =
    [
        Line("BR-21", "En linje mangler id.", (_, line) => !line.Says("cbc:ID")),
        Line("BR-22", "En linje mangler antall.", (it, line) => !line.Has(it.Quantity)),
        Line("BR-23", "Antallet på en linje mangler enhet.", (it, line) => line.One(it.Quantity) is { } quantity && quantity["unitCode"] is null),
        Line("BR-24", "En linje mangler beløp.", (_, line) => !line.Has("cbc:LineExtensionAmount")),
        Line("BR-25", "Varen eller tjenesten på en linje mangler navn.", (_, line) => !line.Says("cac:Item/cbc:Name")),
        Line("BR-26", "En linje mangler pris.", (_, line) => !line.Has("cac:Price/cbc:PriceAmount")),
        Line("BR-27", "Prisen på en linje er negativ.", (_, line) => line.Amount("cac:Price/cbc:PriceAmount") < 0),
        Line("BR-28", "Bruttoprisen på en linje er negativ.", (_, line) => line.Amount("cac:Price/cac:AllowanceCharge/cbc:BaseAmount") < 0),
        new("BR-30", "Perioden på en linje slutter før den begynner.", it => it.Lines.SelectMany(line => line.All("cac:InvoicePeriod")).Where(HeadRules.UpsideDown)),
        new("BR-CO-20", "Perioden på en linje trenger start eller slutt.", it => it.Lines.SelectMany(line => line.All("cac:InvoicePeriod")).Where(period => !period.Has("cbc:StartDate") && !period.Has("cbc:EndDate"))),
        Line("BR-CO-04", "En linje mangler avgiftskategori.", (_, line) => !line.All("cac:Item/cac:ClassifiedTaxCategory").Any(category => UblInvoice.IsVat(category) && category.Has("cbc:ID"))),
        new("BR-54", "Et kjennetegn på en linje mangler navn eller verdi.", it => it.Lines.SelectMany(line => line.All("cac:Item/cac:AdditionalItemProperty")).Where(property => !property.Has("cbc:Name") || !property.Has("cbc:Value"))),
        new("BR-64", "Standard vareidentifikator mangler skjema.", it => it.Lines.SelectMany(line => line.All("cac:Item/cac:StandardItemIdentification/cbc:ID")).Where(id => id["schemeID"] is null)),
        new("BR-65", "Vareklassifisering mangler liste.", it => it.Lines.SelectMany(line => line.All("cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode")).Where(code => code["listID"] is null)),
        Line("PEPPOL-EN16931-R100", "Det kan stå høyst ett fakturert objekt på en linje.", (_, line) => line.All("cac:DocumentReference").Count() > 1),
        Line("PEPPOL-EN16931-R101", "Dokumentreferanse på en linje kan bare være fakturert objekt (130).", (_, line) => line.Has("cac:DocumentReference") && line.Text("cac:DocumentReference/cbc:DocumentTypeCode") != "130"),
        new("PEPPOL-EN16931-R110", "Perioden på en linje begynner før fakturaperioden.", it => it.Root.One("cac:InvoicePeriod/cbc:StartDate")?.Day is { } start
            ? it.Lines.SelectMany(line => line.All("cac:InvoicePeriod/cbc:StartDate")).Where(day => day.Day < start)
            : []),
        new("PEPPOL-EN16931-R111", "Perioden på en linje slutter etter fakturaperioden.", it => it.Root.One("cac:InvoicePeriod/cbc:EndDate")?.Day is { } end
            ? it.Lines.SelectMany(line => line.All("cac:InvoicePeriod/cbc:EndDate")).Where(day => day.Day > end)
            : []),
        Line("PEPPOL-EN16931-R120", "Linjebeløpet er ikke antall ganger pris, pluss tillegg, minus fradrag.", WrongProduct),
        Line("PEPPOL-EN16931-R121", "Prisens basisantall må være større enn null.", (_, line) => line.Amount("cac:Price/cbc:BaseQuantity") <= 0),
        Line("PEPPOL-EN16931-R130", "Prisens basisantall har en annen enhet enn antallet.", (it, line) =>
            line.One("cac:Price/cbc:BaseQuantity")?["unitCode"] is { } unit && line.One(it.Quantity) is { } quantity && quantity["unitCode"] != unit),
        new("PEPPOL-EN16931-R044", "Tillegg er ikke tillatt på prisen.", it => it.Lines.SelectMany(line => line.All("cac:Price/cac:AllowanceCharge")).Where(item => item.Text("cbc:ChargeIndicator") != "false")),
        Line("PEPPOL-EN16931-R046", "Nettoprisen er ikke bruttopris minus fradrag.", (_, line) =>
            line.Amount("cac:Price/cac:AllowanceCharge/cbc:BaseAmount") is { } gross && line.Amount("cac:Price/cbc:PriceAmount") is { } net
            && net != gross - (line.Amount("cac:Price/cac:AllowanceCharge/cbc:Amount") ?? 0)),
    ];

    private static InvoiceRule Line(string id, string message, Func<UblInvoice, UblElement, bool> wrong) => new(id, message, it => it.Lines.Where(line => wrong(it, line)));

    private static bool WrongProduct(UblInvoice it, UblElement line)
    {
        if (!Known(line, it.Quantity) || !Known(line, "cbc:LineExtensionAmount") || !Known(line, "cac:Price/cbc:PriceAmount") || !Known(line, "cac:Price/cbc:BaseQuantity"))
        {
            return false;
        }

        // A base quantity of nothing is R121's; one too small would carry the product beyond all numbers.
        var per = line.Amount("cac:Price/cbc:BaseQuantity") is { } given and not 0 ? Math.Max(given, 0.001m) : 1m;
        var product = (line.Amount(it.Quantity) ?? 1m) * ((line.Amount("cac:Price/cbc:PriceAmount") ?? 0m) / per);
        var items = line.All("cac:AllowanceCharge").ToLookup(item => item.Text("cbc:ChargeIndicator"));
        var computed = product + UblInvoice.Round(UblInvoice.Sum(items["true"], "cbc:Amount")) - UblInvoice.Round(UblInvoice.Sum(items["false"], "cbc:Amount"));
        return Math.Abs((line.Amount("cbc:LineExtensionAmount") ?? 0m) - computed) > Slack;
    }

    // What is there and is no number is judged as such, not as a wrong product.
    private static bool Known(UblElement line, string path) => line.One(path) is not { Number: null };
}
