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

    /// <summary>Prices the work of a basis and puts it on the biller's bill; or takes back what is to be credited.</summary>
    /// <returns>The bill it stands on. Without lines when the work costs nothing: then no invoice is issued.</returns>
    public async Task<BillAnswer> AddAsync(BillingWork work, CancellationToken cancellationToken)
    {
        if (billers.For(work.Basis.Biller) is not { } earner)
        {
            return new BillAnswer(Bill.New(""), Refusals.BillerUnknown.For(work.Basis.Biller));
        }

        var issuer = options.Value.JointBiller is { Length: > 0 } joint ? joint : earner.Code;
        if (work.Request is not { } request)
        {
            return await TakeBackAsync(issuer, work, cancellationToken);
        }

        if (await store.FindAsync(issuer, work.Case, work.Basis.Id, cancellationToken) is { } known)
        {
            return new BillAnswer((await store.LoadAsync(issuer, known, cancellationToken)).Bill);
        }

        var priced = new FeeCalculation(lists, options.Value.Policy).Price(request with { Payee = earner.Code });
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
    public async Task<BillAnswer> IssueAsync(string biller, string id, CancellationToken cancellationToken)
    {
        var issued = await execute.IssueAsync(biller, id, Case, cancellationToken);
        return issued.Refusal is null ? await send.RunAsync(biller, id, cancellationToken) : issued;
    }

    // The bill is credited whole; what else stood on it is billed anew.
    private async Task<BillAnswer> TakeBackAsync(string issuer, BillingWork work, CancellationToken cancellationToken)
    {
        var id = await store.FindAsync(issuer, work.Case, work.TakesBack!, cancellationToken);
        if (id is null)
        {
            return new BillAnswer(Bill.New(""), Refusals.UnknownItem.For(work.TakesBack!));
        }

        var bill = (await store.LoadAsync(issuer, id, cancellationToken)).Bill;
        if (bill.State is BillState.Accruing or BillState.Locked or BillState.Issued && (await IssueAsync(issuer, id, cancellationToken)).Refusal is { } refusal)
        {
            return new BillAnswer(bill, refusal);
        }

        var credited = await execute.CreditAsync(issuer, id, $"Grunnlag {work.TakesBack} er trukket tilbake ({work.Basis.Cause})", Case, cancellationToken);
        if (credited.Refusal is not null)
        {
            return credited;
        }

        await send.RunAsync(issuer, id, cancellationToken);
        foreach (var rest in credited.Bill.Bases.Where(basis => basis.Basis != work.TakesBack))
        {
            await execute.RunAsync(
                issuer, id + Again, Case, cancellationToken, new OpenBill(work.Case, issuer, credited.Bill.Buyer!),
                new AddBasis(rest.Basis, rest.On, [.. credited.Bill.Lines.Where(line => line.Basis == rest.Basis)], rest.Notes));
        }

        if (credited.Bill.Lines.Any(line => line.Basis != work.TakesBack))
        {
            await IssueAsync(issuer, id + Again, cancellationToken);
        }

        return new BillAnswer((await store.LoadAsync(issuer, id, cancellationToken)).Bill);
    }
}
