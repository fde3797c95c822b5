using Kpr.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Hands a basis over to billing.</summary>
/// <param name="starters">Whoever bills; nobody where billing is not part of the system, and the basis waits in the case.</param>
public sealed class BeginBill(IEnumerable<IBillStarter> starters)
{
    /// <summary>Hands it over.</summary>
    [Function(nameof(BeginBill))]
    public async Task RunAsync([ActivityTrigger] BillStart bill, CancellationToken cancellationToken)
    {
        using var span = Tracing.Start(Spans.BeginBill)?.SetTag(Tracing.Case, bill.CaseId);
        foreach (var starter in starters)
        {
            await starter.BeginAsync(bill, cancellationToken);
        }
    }
}
