namespace Kpr.Core.Invoices.Checking;

/// <summary>Checks UBL invoices and credit notes.</summary>
public static class InvoiceCheck
{
    /// <summary>Most findings of one rule: a document of a million lines with one fault on each tells nothing more.</summary>
    public const int MostOfRule = 100;

    /// <summary>Checks a document.</summary>
    /// <param name="document">The bytes.</param>
    /// <returns>The findings in order of the rules; empty when all is well.</returns>
    public static IReadOnlyList<InvoiceFinding> Check(Stream document) => UblReader.Read(document, out var fault) is { } invoice ? Check(invoice) : [fault!];

    /// <summary>Checks a document that was read.</summary>
    public static IReadOnlyList<InvoiceFinding> Check(UblInvoice invoice) =>
    [
        .. InvoiceRules.All.SelectMany(rule => rule.Faults(invoice).Take(MostOfRule).Select(fault => new InvoiceFinding(rule.Id, rule.Severity, fault.Path, rule.Message))),
    ];
}
