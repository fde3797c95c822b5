using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Begins bills. The seam to billing: the flow of a case calls it once for every basis, and again after a crash, so it must bear repetition.</summary>
public interface IBillStarter
{
    /// <summary>Begins the bill of a basis; nothing when it was begun before.</summary>
    /// <param name="bill">The case and the basis.</param>
    /// <param name="flows">Where flows are begun.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task BeginAsync(BillStart bill, DurableTaskClient flows, CancellationToken cancellationToken);
}
