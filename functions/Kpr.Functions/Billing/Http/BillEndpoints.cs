using Kpr.Functions.Applications.Http;

namespace Kpr.Functions.Billing.Http;

/// <summary>The addresses of bills.</summary>
public static class BillEndpoints
{
    private static readonly Dictionary<string, string> Csv = new(StringComparer.Ordinal) { ["format"] = "csv for a spreadsheet" };

    /// <summary>The addresses.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("InvoiceBills", "get", "/invoices/{biller}/bills", "A biller's bills: to its finance and its own staff, and to internal control.", Of("The bills."))
        {
            Query = new Dictionary<string, string>(Csv, StringComparer.Ordinal) { ["open"] = "true for those that something is owed on" }, Answer = typeof(BillRow[]),
        },
        new("InvoiceLedger", "get", "/invoices/{biller}/ledger", "A biller's ledger, posting by posting.", Of("The ledger.")) { Query = Csv, Answer = typeof(LedgerRow[]) },
        new("InvoiceEarned", "get", "/invoices/{biller}/earned", "What each register earned on a biller's bills, without VAT.", Of("By register.")) { Query = Csv, Answer = typeof(EarnedRow[]) },
        new("InvoiceDocument", "get", "/invoices/{biller}/documents/{name}", "A document: its number with .xml for EHF, .html for a page, -purring.html for a reminder.", Of("The document.")),
        new("InvoiceCase", "get", "/invoices/cases/{caseId}", "What a case cost so far, and why: each line with its hours, rule and price list.", Of("The lines."))
        {
            Query = Csv, Answer = typeof(CaseCostRow[]),
        },
        new("InvoiceEstimate", "get", "/invoices/cases/{caseId}/estimate", "What work would cost by the price list: for issue-estimate.", Of("The estimate."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["biller"] = "code of the register, or hds", ["minutes"] = "the expected work" }, Answer = typeof(EstimateView),
        },
    ];

    /// <summary>The address of every action, described action by action.</summary>
    public static Endpoint Action { get; } = new("InvoiceAction", "post", "/invoices/{biller}/bills/{bill}/{action}", "An action on a bill.", Of("Done, now or before."))
    {
        Versioned = false, Keyed = false, Answer = typeof(BillRow),
    };

    private static Dictionary<int, string> Of(string meaning) => new() { [200] = meaning };
}
