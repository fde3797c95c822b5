using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Catalogue;
using Kpr.Core.Invoices;
using Kpr.Core.Pricing;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Billing.Http;

/// <summary>Works out an estimate by the price list, before it is issued in the case by <c>issue-estimate</c>.</summary>
public sealed class EstimateReads(
    ReadCase cases, CaseStore store, CaseProcess process, Billers billers, PriceLists lists, TimeProvider clock, IOptions<BillingOptions> options)
{
    /// <summary>Works it out.</summary>
    public Task<IActionResult> RunAsync(HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        cases.RunAsync(request, caseId, "estimate", async (state, actor) =>
        {
            var register = request.Query["biller"].ToString();
            if (!int.TryParse(request.Query["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > FeeCalculation.MostMinutes)
            {
                return ProblemResult.Of(Problems.BadParameter, "minutes");
            }

            if (!MayAsk(actor, register))
            {
                return ProblemResult.Of(Problems.NotForRole);
            }

            if (billers.For(register) is not { } biller)
            {
                return ProblemResult.Of(Refusals.BillerUnknown.For(register));
            }

            var events = new List<Recorded<CaseEvent>>();
            await foreach (var recorded in store.EventsAsync(caseId, cancellationToken))
            {
                events.Add(recorded);
            }

            var policy = options.Value.Policy with { TolerancePercent = process.Policy.EstimateTolerancePercent };
            var expected = BillingWork.Expected(state, events, register, minutes, NorwegianTime.Today(clock)) with
            {
                Payee = biller.Code, ExemptBody = options.Value.ExemptBodies.GetValueOrDefault(state.Content.Invoice?.OrganisationNumber ?? ""),
            };
            return FeeEstimate.Make(lists, policy, expected, out var estimate) is { } refusal
                ? ProblemResult.Of(refusal)
                : new JsonAnswer(new EstimateView(
                    register, minutes, estimate!.Fee.Net, estimate.Fee.Vat, estimate.Ceiling, estimate.Fee.Lines is [var first, ..] ? first.PriceList : null, estimate.Fee.Lines, estimate.Fee.Notes, estimate.Alternatives));
        }, cancellationToken);

    // As issue-estimate has it: the handler for all, registers and finance for themselves.
    private static bool MayAsk(Actor actor, string register) => actor.Role switch
    {
        Role.Handler => true,
        Role.Register or Role.Finance => (actor.Register ?? Estimate.Helsedataservice) == register,
        _ => false,
    };
}
