using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Pricing;
using Kpr.Core.Receipts;
using Kpr.Core.Receipts.Pages;
using Kpr.Core.Rules;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class PageInBrowserTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NeedsBrowserFact]
    public async Task A_browser_runs_no_script_that_a_sender_planted_and_applies_the_style()
    {
        const string Script = "</title></style></td><script>document.documentElement.setAttribute('data-ran','1')</script><img src=x onerror=\"document.documentElement.setAttribute('data-ran','2')\">";
        var finding = new Finding("I03", Severity.RejectRecord, 1, 1, Script, Script, Script, Script);
        var receipt = new Receipt
        {
            File = new ReceiptFile(Script, Script, 1, "care-events", Script, Script, Script, Script),
            Status = ReceiptStatus.Rejected,
            ReceivedAt = DateTime.UnixEpoch,
            CompletedAt = DateTime.UnixEpoch,
            Counts = new ReceiptCounts(1, 0, 1, 0, 0),
            Rules = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["I03"] = 1, [Script] = 1 },
            Findings = [finding, finding with { Rule = Script }],
            FindingsTruncated = false,
        };
        var page = _folder.Write("kvittering.html", ReceiptPage.Write(receipt));

        var document = await Browser.OpenAsync(page, _folder["profil"]);

        Assert.Contains("<html lang=\"nb\">", document, StringComparison.Ordinal);
        Assert.DoesNotContain("data-ran=", document.Split("<body>")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("<script", document, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", document, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", document, StringComparison.Ordinal);
    }

    [NeedsBrowserFact]
    public async Task The_style_of_a_page_is_what_its_own_policy_lets_through()
    {
        // A script beside the page measures it: the page itself runs none.
        var page = _folder.Write("side.html", Framed(ReceiptPage.Write(Empty)));

        var document = await Browser.OpenAsync(page, _folder["profil"]);

        Assert.Contains("data-colour=\"rgb(26, 26, 26)\"", document, StringComparison.Ordinal);
    }

    [NeedsBrowserFact]
    public async Task An_invoice_comes_out_of_the_printer_as_one_page_that_can_be_paid_from()
    {
        var day = new DateOnly(2026, 3, 2);
        var fee = new FeeCalculation(PriceLists.Known, FeePolicy.Default).Price(new FeeRequest("hds", DeliveryKind.PersonLevel, day, day, day, [new WorkEntry("2026-0001/1", day, 690)]) { BaseFee = true }).Fee!;
        var bill = Bill.New("2026-0001.1") with
        {
            Case = "2026-0001", Biller = "hds", Buyer = new InvoiceBuyer("Universitetet i Prøveby", "974760673", "0192:974760673", "Prosjekt 1234", "Ordre 1", "NO"),
            Bases = [new BilledBasis("B1", day, [])], Lines = [.. fee.Lines.Select(line => new BillLine("B1", "hds", "hds", line))],
            Number = 17, IssuedOn = day, DueOn = day.AddDays(30), Kid = Kid.Of(10, 17, KidRule.Mod10),
        };
        var page = _folder.Write("faktura.html", InvoicePage.Write(InvoiceDocument.InvoiceOf(bill, Billers.Known)));

        var document = await Browser.OpenAsync(page, _folder["profil"]);
        Assert.Contains("KID", document, StringComparison.Ordinal);
        await Browser.PrintAsync(page, _folder["profil"], _folder["faktura.pdf"]);
        Assert.Contains("/Count 1", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_folder["faktura.pdf"])), StringComparison.Ordinal);
    }

    private static Receipt Empty => new()
    {
        File = new ReceiptFile("a.xml", null, 1, "care-events", null, null, "0301", null),
        Status = ReceiptStatus.Accepted,
        ReceivedAt = DateTime.UnixEpoch,
        CompletedAt = DateTime.UnixEpoch,
        Counts = new ReceiptCounts(0, 0, 0, 0, 0),
        Rules = new SortedDictionary<string, long>(StringComparer.Ordinal),
        Findings = [],
        FindingsTruncated = false,
    };

    private static string Framed(string page) => $$"""
        <!DOCTYPE html><html><body><iframe id="f" srcdoc="{{System.Net.WebUtility.HtmlEncode(page)}}"></iframe><script>
        f.onload=()=>document.body.setAttribute('data-colour',f.contentWindow.getComputedStyle(f.contentDocument.body).color)
        </script></body></html>
        """;
}
