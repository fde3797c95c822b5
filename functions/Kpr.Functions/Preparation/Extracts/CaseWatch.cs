using Kpr.Core.Cases;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Linking;
using Kpr.Functions.Applications;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>What cases allow today. Reads cases and never writes.</summary>
/// <param name="cases">The cases.</param>
public sealed class CaseWatch(CaseStore cases)
{
    /// <summary>The case.</summary>
    public async Task<CaseState> LoadAsync(string caseId, CancellationToken cancellationToken) => (await cases.LoadAsync(caseId, cancellationToken)).State;

    /// <summary>Why a case does not allow an extract any more that was made by a decision, in Norwegian; null when it does.</summary>
    /// <param name="state">The case.</param>
    /// <param name="order">Id of the register's order in it.</param>
    /// <param name="id">Id of the extract.</param>
    /// <param name="decision">The decision that the extract was planned by.</param>
    /// <param name="batch">The serial numbers that it was planned under; null for none.</param>
    public static string? Refusal(CaseState state, string order, string id, int? decision, string? batch) =>
        ExtractGrant.Of(BeforeRelease(state), order, out var grant) is { } fault ? fault.Message
        : grant!.DecisionVersion != DecisionOf(state, order, id, decision) ? "Vedtaket er erstattet av et nytt."
        : grant.KeyBatch != batch ? BatchStanding.Replaced.Refusal()
        : null;

    /// <summary>
    /// The decision that an extract carries out. Of an extract that the case has taken, the case says it: where a decision is amended and leaves the order as it was, the order
    /// and what was extracted for it follow.
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="order">Id of the register's order in it.</param>
    /// <param name="id">Id of the extract.</param>
    /// <param name="planned">The decision that it was planned by.</param>
    public static int? DecisionOf(CaseState state, string order, string id, int? planned) =>
        state.FindOrder(order)?.Output is { } output && output.Reference == id ? output.DecisionVersion : planned;

    /// <summary>Why a delivery may not be had any longer, in Norwegian; null when it may.</summary>
    /// <param name="order">The order of the extract.</param>
    /// <param name="batch">The serial numbers that it is under; null for none. It lies there for the linker, until the linkage is done.</param>
    /// <param name="today">The Norwegian day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string?> EndAsync(ExtractOrder order, string? batch, DateOnly today, CancellationToken cancellationToken)
    {
        var state = await LoadAsync(order.Case, cancellationToken);
        if (batch is not null && BatchStandings.Of(state, batch, today).Refusal() is { } over)
        {
            return over;
        }

        return state.FindOrder(order.Order)?.State is not { } now || !HasLeft(now) ? "Leveransen er kalt tilbake."
            : state.Phase is not (Phase.Fulfilment or Phase.Active or Phase.Expiring) ? "Retten til å bruke data er avsluttet."
            : null;
    }

    /// <summary>Whether the secret of a project may be destroyed: its data are to be deleted, and no decision keeps it for a later delivery.</summary>
    /// <param name="project">Id of the case of the project's first decision.</param>
    /// <param name="today">The Norwegian day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> IsOverAsync(string project, DateOnly today, CancellationToken cancellationToken)
    {
        var state = await LoadAsync(project, cancellationToken);
        return state.Phase switch
        {
            Phase.DeletionDue or Phase.Closed => state.Decision?.DeletionOn is not { } kept || kept < today,
            var phase => phase.IsTerminal(),
        };
    }

    // The order is released in the case before its files are encrypted: all else is as it must be for an extract.
    private static CaseState BeforeRelease(CaseState state) => state with
    {
        Orders = [.. state.Orders.Select(order => HasLeft(order.State) ? order with { State = OrderState.QualityCheck } : order)],
    };

    private static bool HasLeft(OrderState state) => state.IsDelivered() || state is OrderState.AtLinker or OrderState.Linked;
}
