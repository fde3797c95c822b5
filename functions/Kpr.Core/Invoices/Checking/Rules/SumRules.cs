namespace Kpr.Core.Invoices.Checking.Rules;

/// <summary>EN 16931: the chain of sums. A number that is missing or no number is another rule's fault.</summary>
internal static class SumRules
{
    public static IEnumerable<InvoiceRule> All { get; } =
    [
        Has("BR-12", "cbc:LineExtensionAmount", "Sum av linjer mangler."),
        Has("BR-13", "cbc:TaxExclusiveAmount", "Sum uten merverdiavgift mangler."),
        Has("BR-14", "cbc:TaxInclusiveAmount", "Sum med merverdiavgift mangler."),
        Has("BR-15", "cbc:PayableAmount", "Beløp å betale mangler."),
        Sum("BR-CO-10", "Summen av linjene stemmer ikke.", (_, sums) => sums.Amount("cbc:LineExtensionAmount"), (it, _) => UblInvoice.Round(UblInvoice.Sum(it.Lines, "cbc:LineExtensionAmount"))),
        Allowance("BR-CO-11", "Summen av fradrag stemmer ikke.", "cbc:AllowanceTotalAmount", it => it.Allowances),
        Allowance("BR-CO-12", "Summen av tillegg stemmer ikke.", "cbc:ChargeTotalAmount", it => it.Charges),
        Sum("BR-CO-13", "Sum uten merverdiavgift er ikke linjer pluss tillegg minus fradrag.", (_, sums) => sums.Amount("cbc:TaxExclusiveAmount"), (_, sums) => sums.Amount("cbc:LineExtensionAmount") is { } lines
            ? UblInvoice.Round(lines + (sums.Amount("cbc:ChargeTotalAmount") ?? 0) - (sums.Amount("cbc:AllowanceTotalAmount") ?? 0))
            : null),
        new("BR-CO-14", "Merverdiavgiften er ikke summen av avgiftsgruppene.", it => it.Root.All("cac:TaxTotal").Where(total =>
            total.Has("cac:TaxSubtotal") && total.Amount("cbc:TaxAmount") is { } tax && tax != UblInvoice.Round(UblInvoice.Sum(total.All("cac:TaxSubtotal"), "cbc:TaxAmount")))),
        Sum("BR-CO-15", "Sum med merverdiavgift er ikke sum uten pluss avgift.", (_, sums) => sums.Amount("cbc:TaxInclusiveAmount"), (it, sums) =>
            sums.Amount("cbc:TaxExclusiveAmount") is { } net
            && it.Root.All("cac:TaxTotal/cbc:TaxAmount").FirstOrDefault(amount => amount["currencyID"] == it.Currency)?.Number is { } tax
                ? UblInvoice.Round(net + tax)
                : null),
        Sum("BR-CO-16", "Beløp å betale er ikke sum med avgift minus forskudd pluss avrunding.", (_, sums) => sums.Amount("cbc:PayableAmount"), (_, sums) => sums.Amount("cbc:TaxInclusiveAmount") is { } total
            ? UblInvoice.Round(total - (sums.Amount("cbc:PrepaidAmount") ?? 0) + (sums.Amount("cbc:PayableRoundingAmount") ?? 0))
            : null),
        .. Allowances("31", "32", "33", "21", "fradrag", it => it.Allowances),
        .. Allowances("36", "37", "38", "22", "tillegg", it => it.Charges),
        .. LineAllowances("41", "42", "23", "fradrag", "false"),
        .. LineAllowances("43", "44", "24", "tillegg", "true"),
    ];

    private static InvoiceRule Has(string id, string path, string message) =>
        new(id, message, it => it.Root.All("cac:LegalMonetaryTotal").Where(sums => !sums.Has(path)));

    private static InvoiceRule Sum(string id, string message, Func<UblInvoice, UblElement, decimal?> said, Func<UblInvoice, UblElement, decimal?> computed) =>
        new(id, message, it => it.Sums is { } sums && said(it, sums) is { } one && computed(it, sums) is { } other && one != other ? [sums] : []);

    private static InvoiceRule Allowance(string id, string message, string path, Func<UblInvoice, IReadOnlyList<UblElement>> items) =>
        new(id, message, it => it.Sums is { } sums && (sums.Has(path) ? sums.Amount(path) is { } said && said != UblInvoice.Round(UblInvoice.Sum(items(it), "cbc:Amount")) : items(it).Count > 0) ? [sums] : []);

    private static InvoiceRule[] Allowances(string amount, string category, string reason, string combined, string what, Func<UblInvoice, IReadOnlyList<UblElement>> items) =>
    [
        new($"BR-{amount}", $"Et {what} mangler beløp.", it => items(it).Where(item => !item.Has("cbc:Amount"))),
        new($"BR-{category}", $"Et {what} mangler avgiftskategori.", it => items(it).Where(item => !item.All("cac:TaxCategory").Any(tax => UblInvoice.IsVat(tax) && tax.Has("cbc:ID")))),
        new($"BR-{reason}", $"Et {what} mangler grunn.", it => items(it).Where(HasNoReason)),
        new($"BR-CO-{combined}", $"Et {what} mangler grunn og kode for grunn.", it => items(it).Where(HasNoReason)),
    ];

    private static InvoiceRule[] LineAllowances(string amount, string reason, string combined, string what, string indicator) =>
    [
        new($"BR-{amount}", $"Et {what} på en linje mangler beløp.", it => OnLines(it, indicator).Where(item => !item.Has("cbc:Amount"))),
        new($"BR-{reason}", $"Et {what} på en linje mangler grunn.", it => OnLines(it, indicator).Where(HasNoReason)),
        new($"BR-CO-{combined}", $"Et {what} på en linje mangler grunn og kode for grunn.", it => OnLines(it, indicator).Where(HasNoReason)),
    ];

    private static IEnumerable<UblElement> OnLines(UblInvoice it, string indicator) =>
        it.Lines.SelectMany(line => line.All("cac:AllowanceCharge")).Where(item => item.Text("cbc:ChargeIndicator") == indicator);

    private static bool HasNoReason(UblElement item) => !item.Has("cbc:AllowanceChargeReason") && !item.Has("cbc:AllowanceChargeReasonCode");
}
