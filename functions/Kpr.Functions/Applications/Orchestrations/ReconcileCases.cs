using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Core.Catalogue;
using Kpr.Functions.Azure;
using Kpr.Functions.Telemetry;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>
/// Nudges every case in which something may still happen by itself: however nudges and instances were lost, each is looked at once a day. And counts
/// them all, for those who watch the whole.
/// </summary>
/// <param name="cases">The cases.</param>
/// <param name="process">The rules.</param>
/// <param name="bus">The queues.</param>
/// <param name="metrics">Takes the count.</param>
/// <param name="clock">The time.</param>
public sealed class ReconcileCases(CaseStore cases, CaseProcess process, MessageBus bus, CaseMetrics metrics, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>Nudges them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var day = NorwegianTime.Today(clock);
        var (nudged, open, count) = (0, new List<string>(Batch), new CaseCount(day));
        await foreach (var id in cases.AllAsync(cancellationToken))
        {
            var state = (await cases.LoadAsync(id, cancellationToken)).State;
            count.Add(state);
            if (!CaseLooks.Of(state, process).Over)
            {
                open.Add(id);
                nudged++;
            }

            if (open.Count == Batch)
            {
                await SendAsync(open, day, cancellationToken);
                open.Clear();
            }
        }

        await SendAsync(open, day, cancellationToken);
        metrics.Take(count);
        return nudged;
    }

    private Task SendAsync(List<string> open, DateOnly day, CancellationToken cancellationToken) => bus.SendAsync(
        Queues.NudgeCase,
        open.Select(id => MessageBus.Message(string.Create(CultureInfo.InvariantCulture, $"{id}/{day:yyyy-MM-dd}"), new NudgeMessage(id), NudgeJson.Default.NudgeMessage)),
        cancellationToken);
}
