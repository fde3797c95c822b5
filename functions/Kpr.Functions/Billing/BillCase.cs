using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Pricing;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Billing;

/// <summary>
/// Bills what a case tells of (<c>billing-ready</c>). Called by the case's orchestration with the same basis as often as it likes: a basis stands on one bill.
/// Work of one biller in one case gathers on its bill until that is issued; what comes later opens the next.
/// </summary>
public sealed class BillCase(BillStore store, ExecuteBill execute, SendBill send, Billers billers, PriceLists lists, IOptions<BillingOptions> options)
{
    private const string Again = ".r";

    private static readonly Actor Case = new(Role.System, "billing");

    /// <summary>Who issues the bills for a register's work: its biller, or the joint one. The register itself where nobody is known, so that what is held has a place.</summary>
    public string IssuerOf(string register) => options.Value.JointBiller is { Length: > 0 } joint ? joint : billers.For(register)?.Code ?? register;

    /// <summary>Who issues the bill that a basis stands on: whoever it was put on the bill of, though the setting changed since; else as <see cref="IssuerOf(string)"/>.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="basis">Id of the basis; of the one that is taken back where it takes one back.</param>
    /// <param name="register">Whose work it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string> IssuerOfAsync(string caseId, string basis, string register, CancellationToken cancellationToken)
    {
        foreach (var biller in billers.All)
        {
            if (await store.FindAsync(biller.Code, caseId, basis, cancellationToken) is not null)
            {
                return biller.Code;
            }
        }

        return IssuerOf(register);
    }

    /// <summary>The registers whose work stands on a biller's bills.</summary>
    public IReadOnlyList<string> RegistersOf(string issuer) =>
        options.Value.JointBiller == issuer ? [.. billers.All.SelectMany(biller => biller.Registers)] : billers.Find(issuer)?.Registers ?? [];

    /// <summary>Prices the work of a basis and puts it on the biller's bill; or takes back what is to be credited.</summary>
    /// <returns>The bill it stands on. Without lines when the work costs nothing: then no invoice is issued.</returns>
    public async Task<BillAnswer> AddAsync(BillingWork work, CancellationToken cancellationToken)
    {
        if (billers.For(work.Basis.Biller) is not { } earner)
        {
            return new BillAnswer(Bill.New(""), Refusals.BillerUnknown.For(work.Basis.Biller));
        }

        var issuer = await IssuerOfAsync(work.Case, work.TakesBack ?? work.Basis.Id, work.Basis.Biller, cancellationToken);
        if (work.Request is not { } request)
        {
            return await TakeBackAsync(issuer, work, cancellationToken);
        }

        if (await store.FindAsync(issuer, work.Case, work.Basis.Id, cancellationToken) is { } known)
        {
            return new BillAnswer((await store.LoadAsync(issuer, known, cancellationToken)).Bill);
        }

        var exempt = options.Value.ExemptBodies.GetValueOrDefault(work.Buyer.OrganisationNumber ?? "");
        var priced = new FeeCalculation(lists, options.Value.Policy).Price(request with { Payee = earner.Code, ExemptBody = request.ExemptBody ?? exempt });
        if (priced.IsRefused)
        {
            return new BillAnswer(Bill.New(""), priced.Refusal);
        }

        var add = new AddBasis(
            work.Basis.Id, work.Basis.On, [.. priced.Fee.Lines.Select(line => new BillLine(work.Basis.Id, work.Basis.Biller, earner.Code, line))], priced.Fee.Notes);
        for (var number = 1; ; number++)
        {
            var answer = await execute.RunAsync(issuer, $"{work.Case}.{number}", Case, cancellationToken, new OpenBill(work.Case, issuer, work.Buyer), add);

            // Issued already: what comes later stands on the next.
            if (answer.Refusal?.Number != Refusals.BillState.Number)
            {
                return answer;
            }
        }
    }

    /// <summary>Issues and sends a biller's bill of a case, when there is anything on it.</summary>
    /// <returns>The bill; refused with 802 when there is nothing to bill.</returns>
    public async Task<BillAnswer> IssueAsync(string biller, string id, Actor by, CancellationToken cancellationToken)
    {
        var issued = await execute.IssueAsync(biller, id, by, cancellationToken);
        return issued.Refusal is null ? await send.RunAsync(biller, id, cancellationToken) : issued;
    }

    /// <summary>Takes a bill back with a credit note.</summary>
    /// <param name="biller">Code of the biller.</param>
    /// <param name="id">Id of the bill.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The bill that was credited.</returns>
    public async Task<BillAnswer> CreditAsync(string biller, string id, string reason, Actor by, CancellationToken cancellationToken)
    {
        var bill = (await store.LoadAsync(biller, id, cancellationToken)).Bill;
        return await CreditAsync(biller, id, reason, by, _ => false, bill.Buyer!, cancellationToken);
    }

    /// <summary>Takes a wrong bill back, and bills the same work anew to the buyer as it should be.</summary>
    /// <returns>The bill that was credited; the new one has its id with <c>.r</c>. Refused before anything is done when the buyer is not right yet.</returns>
    public async Task<BillAnswer> BillAnewAsync(string biller, string id, string reason, InvoiceBuyer buyer, Actor by, CancellationToken cancellationToken) => buyer.Faults is { Count: > 0 } faults
        ? new BillAnswer((await store.LoadAsync(biller, id, cancellationToken)).Bill, Refusals.BuyerUnknown.For(faults))
        : await CreditAsync(biller, id, reason, by, _ => true, buyer, cancellationToken);

    // The bill is credited whole; what else stood on it is billed anew.
    private async Task<BillAnswer> TakeBackAsync(string issuer, BillingWork work, CancellationToken cancellationToken)
    {
        var id = await store.FindAsync(issuer, work.Case, work.TakesBack!, cancellationToken);
        if (id is null)
        {
            return new BillAnswer(Bill.New(""), Refusals.UnknownItem.For(work.TakesBack!));
        }

        var bill = (await store.LoadAsync(issuer, id, cancellationToken)).Bill;
        if (!bill.Lines.Any(line => line.Basis == work.TakesBack))
        {
            // It cost nothing, and nothing is taken back.
            return new BillAnswer(bill);
        }

        if (bill.State is BillState.Accruing or BillState.Locked or BillState.Issued && (await IssueAsync(issuer, id, Case, cancellationToken)).Refusal is { } refusal)
        {
            return new BillAnswer(bill, refusal);
        }

        return await CreditAsync(
            issuer, id, $"Grunnlag {work.TakesBack} er trukket tilbake ({work.Basis.Cause})", Case, basis => basis.Basis != work.TakesBack, bill.Buyer!, cancellationToken);
    }

    // Credited whole; what is to stay is billed anew. Each step may be done before.
    private async Task<BillAnswer> CreditAsync(
        string issuer, string id, string reason, Actor by, Predicate<BilledBasis> stays, InvoiceBuyer buyer, CancellationToken cancellationToken)
    {
        var credited = await execute.CreditAsync(issuer, id, reason, by, cancellationToken);
        if (credited.Refusal is not null)
        {
            return credited;
        }

        await send.RunAsync(issuer, id, cancellationToken);
        var rest = credited.Bill.Bases.Where(basis => stays(basis)).ToList();
        foreach (var basis in rest)
        {
            await execute.RunAsync(
                issuer, id + Again, by, cancellationToken, new OpenBill(credited.Bill.Case, issuer, buyer),
                new AddBasis(basis.Basis, basis.On, [.. credited.Bill.Lines.Where(line => line.Basis == basis.Basis)], basis.Notes));
        }

        if (credited.Bill.Lines.Any(line => rest.Any(basis => basis.Basis == line.Basis)))
        {
            await IssueAsync(issuer, id + Again, by, cancellationToken);
        }

        return new BillAnswer((await store.LoadAsync(issuer, id, cancellationToken)).Bill);
    }
}
