using Kpr.Core.Cases.Parties;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Invoices.Ubl;

namespace Kpr.Functions.Billing;

/// <summary>
/// Makes the documents of a bill and hands them over. Everything follows from the bill: who does it again makes the same bytes under the same names, and the
/// access point takes an id once.
/// </summary>
public sealed class SendBill(BillStore store, ExecuteBill execute, BillDocuments documents, IAccessPoint accessPoint, Billers billers)
{
    private static readonly Actor Outbox = new(Role.System, "billing");

    /// <summary>Sends what is to be sent of a bill: the invoice that was issued, or the credit note.</summary>
    /// <returns>The bill as it stands then.</returns>
    public async Task<BillAnswer> RunAsync(string biller, string id, CancellationToken cancellationToken)
    {
        var bill = (await store.LoadAsync(biller, id, cancellationToken)).Bill;
        var document = bill switch
        {
            { State: BillState.Issued } => InvoiceDocument.InvoiceOf(bill, billers),
            { State: BillState.Credited, CreditReceipt: null } => InvoiceDocument.CreditNoteOf(bill, billers),
            _ => null,
        };
        if (document is null)
        {
            return new BillAnswer(bill);
        }

        await documents.WriteAsync($"{biller}/{document.Number}.html", InvoicePage.Write(document), cancellationToken);
        string receipt;
        if (document.Buyer.Endpoint is null)
        {
            receipt = $"letter/{document.Number}";
        }
        else
        {
            var xml = UblWriter.Write(document);
            await documents.WriteAsync($"{biller}/{document.Number}.xml", xml, "application/xml", cancellationToken);
            receipt = await accessPoint.SendAsync(document.Number, xml, cancellationToken);
        }

        return await execute.RunAsync(biller, id, Outbox, cancellationToken, new MarkBillSent(receipt));
    }

    /// <summary>Reminds a buyer, and makes the letter.</summary>
    public async Task<BillAnswer> RemindAsync(string biller, string id, LateCharge charge, Actor by, CancellationToken cancellationToken)
    {
        var answer = await execute.RunAsync(biller, id, by, cancellationToken, new RemindBill(charge));
        var stored = await store.LoadAsync(biller, id, cancellationToken);
        if (stored.Bill.State == BillState.Reminded && stored.Events.Select(recorded => recorded.Event).OfType<BillReminded>().LastOrDefault() is { } reminded)
        {
            // Again when it was reminded before: whoever died between the event and the letter.
            await documents.WriteAsync($"{biller}/{billers.Find(biller)!.Document(stored.Bill.Number!.Value)}-purring.html", ReminderPage.Write(stored.Bill, reminded, billers), cancellationToken);
            return new BillAnswer(stored.Bill);
        }

        return answer;
    }

    /// <summary>Sends what a biller has issued and not sent: after an outage, or a death in between.</summary>
    /// <returns>Number of bills sent.</returns>
    public async Task<int> SweepAsync(string biller, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var id in await store.ListAsync(biller, null, open: true, cancellationToken))
        {
            await RunAsync(biller, id, cancellationToken);
            sent++;
        }

        return sent;
    }
}
