using System.Text.Json;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Pricing;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Billing.Http;

/// <summary>Does with bills what finance asks for over HTTP. Asking twice is no fault: each action says what is to be, and payments are known by their reference.</summary>
public sealed class BillWrites(
    Callers callers, BillStore store, BillCase bills, CaseBills cases, ExecuteBill execute, SendBill send, Billers billers, TimeProvider clock, IOptions<BillingOptions> options)
{
    /// <summary>Does it.</summary>
    public async Task<IActionResult> RunAsync(HttpRequest request, string biller, string bill, string action, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        if (billers.Find(biller) is not { } known || !FinanceAccess.MayAct(actor, known))
        {
            return ProblemResult.Of(Problems.NotForRole);
        }

        if (BillActions.Find(action) is not { } asked || !BillId.IsPossible(bill))
        {
            return ProblemResult.Of(Problems.NoBill);
        }

        var (sent, malformed) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        if (malformed is not null)
        {
            return malformed;
        }

        if (Read(asked, sent, out var body) is { } unreadable)
        {
            return unreadable;
        }

        try
        {
            if ((await store.LoadAsync(biller, bill, cancellationToken)).ETag is null)
            {
                return ProblemResult.Of(Problems.NoBill);
            }

            var answer = await DoAsync(biller, bill, asked.Name, body, actor, cancellationToken);
            return answer.Refusal is { } refusal ? ProblemResult.Of(refusal) : new JsonAnswer(BillRow.Of(answer.Bill, known, NorwegianTime.Today(clock)));
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }

    private Task<BillAnswer> DoAsync(string biller, string bill, string action, object? body, Actor by, CancellationToken cancellationToken) => (action, body) switch
    {
        ("issue", _) => ToldAsync(biller, bills.IssueAsync(biller, bill, by, cancellationToken), cancellationToken),
        ("credit", CreditBody credit) => ToldAsync(biller, CreditAsync(biller, bill, credit, by, cancellationToken), cancellationToken),
        ("remind", _) => send.RemindAsync(biller, bill, options.Value.LateCharge, by, cancellationToken),
        ("collect", _) => execute.RunAsync(biller, bill, by, cancellationToken, new CollectBill()),
        ("pay", PaymentBody paid) => execute.RunAsync(biller, bill, by, cancellationToken, new PayBill(new Money(paid.AmountOre), paid.On, paid.Reference)),
        ("refund", PaymentBody back) => execute.RunAsync(biller, bill, by, cancellationToken, new RefundBill(new Money(back.AmountOre), back.On, back.Reference)),
        ("redate", RedateBody redate) => execute.RunAsync(biller, bill, by, cancellationToken, new RedateBill(redate.DueOn)),
        ("settle", SettleBody settle) => execute.RunAsync(biller, bill, by, cancellationToken, new SettleBill(settle.Biller, settle.On)),
        _ => throw new InvalidOperationException($"The action {action} is listed and not carried out."),
    };

    private async Task<BillAnswer> CreditAsync(string biller, string bill, CreditBody credit, Actor by, CancellationToken cancellationToken)
    {
        if (!credit.BillAnew)
        {
            return await bills.CreditAsync(biller, bill, credit.Reason, by, cancellationToken);
        }

        var buyer = (await store.LoadAsync(biller, bill, cancellationToken)).Bill.Buyer!;
        return await bills.BillAnewAsync(
            biller, bill, credit.Reason,
            buyer with { Reference = credit.BuyerReference ?? buyer.Reference, Order = credit.OrderReference ?? buyer.Order, Address = credit.PeppolAddress ?? buyer.Address }, by, cancellationToken);
    }

    // The case hears at once; else its flow would tell it within a day.
    private async Task<BillAnswer> ToldAsync(string biller, Task<BillAnswer> done, CancellationToken cancellationToken)
    {
        var answer = await done;
        if (answer.Refusal is null)
        {
            await cases.MoveAsync(answer.Bill.Case, biller, cancellationToken);
        }

        return answer;
    }

    private static ProblemResult? Read(BillAction action, JsonElement sent, out object? body)
    {
        body = null;
        try
        {
            body = action.Body is null ? null : sent.ValueKind == JsonValueKind.Undefined ? null : sent.Deserialize(action.Body, BillActions.Received);
            return action.Body is not null && body is null ? ProblemResult.Of(Problems.BadParameter, action.Body.Name) : null;
        }
        catch (JsonException)
        {
            return ProblemResult.Of(Problems.BadJson);
        }
    }
}
