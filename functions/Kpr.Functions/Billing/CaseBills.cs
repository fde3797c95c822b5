using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Functions.Applications;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Billing;

/// <summary>
/// Moves a biller's bills in a case as far as they go: what the case tells of is priced and put on them, what is finished is issued and sent, and the case hears
/// of it. Whatever was done before is not done again.
/// </summary>
public sealed class CaseBills(CaseStore cases, ExecuteCommand commands, BillStore store, BillCase bills, Billers billers, TimeProvider clock, ILogger<CaseBills> log)
{
    private static readonly Actor Billing = new(Role.System, "billing");

    /// <summary>Moves them.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="issuer">Code of the biller who issues.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<BillLook> MoveAsync(string caseId, string issuer, CancellationToken cancellationToken)
    {
        var events = new List<Recorded<CaseEvent>>();
        await foreach (var recorded in cases.EventsAsync(caseId, cancellationToken))
        {
            events.Add(recorded);
        }

        var state = CaseState.Fold(caseId, events);
        var own = new List<BillingBasis>();
        foreach (var basis in state.Billing)
        {
            if (await bills.IssuerOfAsync(caseId, BillingWork.TakenBack(state, basis) ?? basis.Id, basis.Biller, cancellationToken) == issuer)
            {
                own.Add(basis);
            }
        }

        var held = await AddAsync(state, events, own, cancellationToken);
        var moved = await IssueAsync(state, issuer, own, cancellationToken);
        var told = await TellAsync(state, issuer, own, cancellationToken);
        var refusal = held ?? moved.Refusal;
        return refusal is not null ? new BillLook($"held {refusal.Number}", Over: false, moved.Due)
            : told && moved.Due is null ? new BillLook("done", Over: true)
            : new BillLook("waiting", Over: false, moved.Due);
    }

    // What cannot be billed yet holds up nothing else; it is tried again every day.
    private async Task<Refusal?> AddAsync(CaseState state, IReadOnlyList<Recorded<CaseEvent>> events, List<BillingBasis> own, CancellationToken cancellationToken)
    {
        Refusal? held = null;
        foreach (var basis in own)
        {
            var refusal = BillingWork.Of(state.Id, events, basis.Id) is { } work ? (await bills.AddAsync(work, cancellationToken)).Refusal : Refusals.BuyerUnknown;
            if (refusal is not null)
            {
                Log.BasisHeld(log, state.Id, basis.Id, basis.Biller, refusal.Number);
                held ??= refusal;
            }
        }

        return held;
    }

    private async Task<(DateTime? Due, Refusal? Refusal)> IssueAsync(CaseState state, string issuer, List<BillingBasis> own, CancellationToken cancellationToken)
    {
        var finished = BillMoment.IsFinished(state, [.. bills.RegistersOf(issuer), .. own.Select(basis => basis.Biller)]);
        (DateTime? due, Refusal? refused) = (null, null);
        foreach (var id in own.Count == 0 ? [] : await store.ListAsync(issuer, state.Id, open: false, cancellationToken))
        {
            var bill = (await store.LoadAsync(issuer, id, cancellationToken)).Bill;
            var open = bill.State is BillState.Accruing or BillState.Locked;
            if (open && bill.Lines.Count == 0)
            {
                continue;
            }

            if (open && !finished && !IsDue(bill))
            {
                due = Sooner(due, bill);
            }
            else if ((await bills.IssueAsync(issuer, id, Billing, cancellationToken)).Refusal is { } refusal)
            {
                Log.BillHeld(log, state.Id, id, issuer, refusal.Number);
                refused ??= refusal;
            }
        }

        return (due, refused);
    }

    // Whether the case knows of all of it.
    private async Task<bool> TellAsync(CaseState state, string issuer, List<BillingBasis> own, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var basis in own.Where(basis => state.FindClock(ClockKind.InvoiceIssue, basis.Id) is { IsRunning: true }))
        {
            if (await AnswerAsync(state, issuer, basis, cancellationToken) is not { } command)
            {
                all = false;
            }
            else if ((await commands.RunAsync(state.Id, command, Billing, key: null, expected: null, cancellationToken)).Refusal is { } refusal)
            {
                Log.BillNotTaken(log, state.Id, basis.Id, refusal.Number);
            }
        }

        return all;
    }

    private async Task<CaseCommand?> AnswerAsync(CaseState state, string issuer, BillingBasis basis, CancellationToken cancellationToken)
    {
        var stands = BillingWork.TakenBack(state, basis) ?? basis.Id;
        if (await store.FindAsync(issuer, state.Id, stands, cancellationToken) is not { } id || billers.Find(issuer) is not { } biller)
        {
            return null;
        }

        var bill = (await store.LoadAsync(issuer, id, cancellationToken)).Bill;
        if (!bill.Lines.Any(line => line.Basis == stands))
        {
            return new WaiveInvoice(basis.Id, string.Join(". ", bill.Bases.First(billed => billed.Basis == stands).Notes.DefaultIfEmpty("Ingenting å fakturere")));
        }

        var number = stands == basis.Id ? bill.Number : bill.CreditNote;
        return number is { } taken ? new ConfirmInvoice(basis.Id, biller.Document(taken)) : null;
    }

    private bool IsDue(Bill bill) => BillMoment.WaitsUntil(bill) <= NorwegianTime.Today(clock);

    private static DateTime? Sooner(DateTime? due, Bill bill) =>
        BillMoment.WaitsUntil(bill) is { } day && NorwegianTime.ToUtc(day.ToDateTime(TimeOnly.MinValue)) is var moment && (due is null || moment < due) ? moment : due;
}
