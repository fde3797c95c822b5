using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Functions.Reference;

namespace Kpr.Functions.Preparation;

/// <summary>Reads orders by the reference data in force, or by those that a plan named.</summary>
/// <param name="reference">The reference data.</param>
/// <param name="clock">The time.</param>
public sealed class TableRequests(ReferenceStore reference, TimeProvider clock)
{
    /// <summary>The reference data in force.</summary>
    public async Task<ReferenceData> ReferenceAsync(CancellationToken cancellationToken)
    {
        var (state, _) = await reference.ReadStateAsync(cancellationToken);
        return state.InForceOn(NorwegianTime.Today(clock)) is { } planned ? await reference.GetAsync(planned.Version, cancellationToken) : ReferenceData.Default;
    }

    /// <summary>The requests of an order by a version of the reference data: one for each table.</summary>
    public async Task<IReadOnlyList<(TableRequest Request, TableLayout Layout)>> OfAsync(TableOrder order, string version, CancellationToken cancellationToken) =>
        LinkedOrder.Read(order, await reference.GetAsync(version, cancellationToken), out var tables) is { } fault
            ? throw new InvalidOperationException($"An order that could be read cannot be read any more: {fault.Message}")
            : tables;
}
