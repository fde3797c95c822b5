using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Review;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices;

/// <summary>What a basis of a case asks of billing.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Basis">The basis (<c>billing-ready</c>).</param>
/// <param name="Buyer">Who pays.</param>
/// <param name="Request">The work to price, its payee still to be set; null when something billed is to be taken back.</param>
/// <param name="TakesBack">Id of the basis that is to be taken back; null when work is billed.</param>
public sealed record BillingWork(string Case, BillingBasis Basis, InvoiceBuyer Buyer, FeeRequest? Request, string? TakesBack)
{
    /// <summary>Reads a basis out of a case's events.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="events">Its events in order.</param>
    /// <param name="basis">Id of the basis.</param>
    /// <returns>The work; null when the case has no such basis or names no payer.</returns>
    public static BillingWork? Of(string caseId, IReadOnlyList<Recorded<CaseEvent>> events, string basis)
    {
        var state = CaseState.Fold(caseId, events);
        if (state.Billing.FirstOrDefault(known => known.Id == basis) is not { } ready || state.Content.Invoice is not { } payer)
        {
            return null;
        }

        var buyer = InvoiceBuyer.Of(payer);
        return ready.Cause is BillingCause.Credit or BillingCause.BaseFeeVoid
            ? new BillingWork(caseId, ready, buyer, null, TakenBack(state, ready) ?? "")
            : new BillingWork(caseId, ready, buyer, RequestOf(state, events, ready, buyer), null);
    }

    /// <summary>Id of the basis that another takes back; null when it takes none back. The base price stands on the first bill that charged it.</summary>
    public static string? TakenBack(CaseState state, BillingBasis basis) => basis.Cause switch
    {
        BillingCause.Credit => state.Billing.FirstOrDefault(billed => billed.Order == basis.Order && billed.Cause == BillingCause.Delivered)?.Id,
        BillingCause.BaseFeeVoid => state.Billing.FirstOrDefault(billed => billed.BaseFee && billed.Cause != BillingCause.BaseFeeVoid)?.Id,
        _ => null,
    };

    /// <summary>Work that is expected and not done yet, to be estimated before the decision.</summary>
    /// <param name="state">The case.</param>
    /// <param name="events">Its events in order.</param>
    /// <param name="register">Code of the register, or <c>hds</c>.</param>
    /// <param name="minutes">How much.</param>
    /// <param name="today">The Norwegian day.</param>
    /// <returns>The request, its payee still to be set.</returns>
    public static FeeRequest Expected(CaseState state, IReadOnlyList<Recorded<CaseEvent>> events, string register, int minutes, DateOnly today) => new(
        "", KindOf(state), SubmittedOn(events) ?? today, DecidedOn(events), today,
        [.. Enumerable.Range(0, (minutes + WorkEntry.MostMinutes - 1) / WorkEntry.MostMinutes).Select(at => new WorkEntry($"{state.Id}/estimate-{at}", today, Math.Min(WorkEntry.MostMinutes, minutes - (at * WorkEntry.MostMinutes))))])
    {
        BaseFee = register == Estimate.Helsedataservice,
        Sources = state.Content.Sources?.Sources.Count ?? 0,
        Student = state is { Kind: ApplicationKind.Statistics, Content.Project.StudentProject: true },
        Refresh = state.Content.Project?.DataRefresh == true,
        Abroad = state.Content.Invoice is { } payer && InvoiceBuyer.Of(payer).Abroad,
    };

    private static DeliveryKind KindOf(CaseState state) => state.Kind == ApplicationKind.Statistics ? DeliveryKind.Statistics : DeliveryKind.PersonLevel;

    private static DateOnly? SubmittedOn(IReadOnlyList<Recorded<CaseEvent>> events) => events.Select(recorded => recorded.Event).OfType<Submitted>().FirstOrDefault()?.On;

    private static DateOnly? DecidedOn(IReadOnlyList<Recorded<CaseEvent>> events) =>
        events.Where(recorded => recorded.Event is Decided).Select(recorded => (DateOnly?)Catalogue.NorwegianTime.DateAt(recorded.At)).FirstOrDefault();

    private static FeeRequest RequestOf(CaseState state, IReadOnlyList<Recorded<CaseEvent>> events, BillingBasis ready, InvoiceBuyer buyer)
    {
        var ended = ready.Cause is BillingCause.Withdrawn or BillingCause.Cancelled or BillingCause.Dismissed;
        return new FeeRequest(
            "", KindOf(state), SubmittedOn(events) ?? ready.On, DecidedOn(events), ready.On, WorkOf(state.Id, events, ready))
        {
            MinutesBefore = ready.Order is null ? state.Billing.TakeWhile(earlier => earlier.Id != ready.Id).Where(earlier => earlier.Biller == ready.Biller).Sum(earlier => earlier.Minutes) : 0,
            BaseFee = ready.BaseFee,
            Sources = ready.Sources,
            Student = ready.Student,
            Refresh = ready.Refresh,
            IncurredOnly = ended,
            Abroad = buyer.Abroad,
            ExemptBody = buyer.ExemptBody,
        };
    }

    // The entries that the case counted since the basis before: its own minutes say how many belong to it.
    private static List<WorkEntry> WorkOf(string caseId, IReadOnlyList<Recorded<CaseEvent>> events, BillingBasis ready)
    {
        var work = new List<WorkEntry>();
        foreach (var recorded in events)
        {
            var id = $"{caseId}/{recorded.Sequence}";
            switch (recorded.Event)
            {
                case HandlingRecorded { Free: false } handling when ready.Order is null:
                    work.Add(new WorkEntry(id, handling.On, handling.Minutes));
                    break;
                case OrderHoursRecorded hours when hours.Order == ready.Order:
                    work.Add(new WorkEntry(id, hours.On, hours.Minutes));
                    break;
                case BillingReady { Basis: var other } when other.Id == ready.Id:
                    return ready.Minutes == 0 ? [] : work;
                case BillingReady { Basis: { Order: null, Minutes: > 0 } other } when ready.Order is null && other.Biller == ready.Biller:
                    work.Clear();
                    break;
            }
        }

        return work;
    }
}
