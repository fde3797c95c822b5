namespace Kpr.Core.Invoices.Checking;

/// <summary>A UBL invoice or credit note, with the places that many rules look at.</summary>
public sealed class UblInvoice
{
    private const string ProcessStart = "urn:fdc:peppol.eu:2017:poacc:billing:";
    private const string ProcessEnd = ":1.0";

    internal UblInvoice(UblElement root)
    {
        Root = root;
        IsInvoice = root.Name == "Invoice";
        Lines = [.. root.Children.Where(child => child.Name is "cac:InvoiceLine" or "cac:CreditNoteLine")];
        Everything = [.. root.Everything()];
        Allowances = [.. root.All("cac:AllowanceCharge").Where(item => item.Text("cbc:ChargeIndicator") == "false")];
        Charges = [.. root.All("cac:AllowanceCharge").Where(item => item.Text("cbc:ChargeIndicator") == "true")];
        Breakdown = [.. root.All("cac:TaxTotal/cac:TaxSubtotal")];
    }

    /// <summary>The document.</summary>
    public UblElement Root { get; }

    /// <summary>Whether it is an invoice and no credit note.</summary>
    public bool IsInvoice { get; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<UblElement> Lines { get; }

    /// <summary>Every element.</summary>
    public IReadOnlyList<UblElement> Everything { get; }

    /// <summary>Allowances of the whole document.</summary>
    public IReadOnlyList<UblElement> Allowances { get; }

    /// <summary>Charges of the whole document.</summary>
    public IReadOnlyList<UblElement> Charges { get; }

    /// <summary>The VAT breakdown.</summary>
    public IReadOnlyList<UblElement> Breakdown { get; }

    /// <summary>The currency; null when it is not said.</summary>
    public string? Currency => Root.Text("cbc:DocumentCurrencyCode");

    /// <summary>The sums.</summary>
    public UblElement? Sums => Root.One("cac:LegalMonetaryTotal");

    /// <summary>The seller.</summary>
    public UblElement? Seller => Root.One("cac:AccountingSupplierParty/cac:Party");

    /// <summary>The buyer.</summary>
    public UblElement? Buyer => Root.One("cac:AccountingCustomerParty/cac:Party");

    /// <summary>The lines' quantity element.</summary>
    public string Quantity => IsInvoice ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity";

    /// <summary>Number of the business process: <c>01</c>; null when the profile has another form.</summary>
    public string? Process => Root.Text("cbc:ProfileID") is { } profile && profile.Length == ProcessStart.Length + 2 + ProcessEnd.Length
        && profile.StartsWith(ProcessStart, StringComparison.Ordinal) && profile.EndsWith(ProcessEnd, StringComparison.Ordinal)
        && profile[ProcessStart.Length..^ProcessEnd.Length] is [>= '0' and <= '9', >= '0' and <= '9'] process
            ? process
            : null;

    /// <summary>All elements of a name.</summary>
    public IEnumerable<UblElement> Named(string name) => Everything.Where(element => element.Name == name);

    /// <summary>The document when something is wrong with it as a whole.</summary>
    public IEnumerable<UblElement> When(bool wrong) => wrong ? [Root] : [];

    /// <summary>Halves up, to two decimals.</summary>
    public static decimal Round(decimal amount) => Math.Floor((amount * 100m) + 0.5m) / 100m;

    /// <summary>The sum of numbers below elements; what is none counts nothing.</summary>
    public static decimal Sum(IEnumerable<UblElement> elements, string path) => elements.Sum(element => element.Amount(path) ?? 0m);

    /// <summary>Whether a tax category or scheme is of VAT.</summary>
    public static bool IsVat(UblElement holder) => string.Equals(holder.Text("cac:TaxScheme/cbc:ID"), "VAT", StringComparison.OrdinalIgnoreCase);
}
