using Kpr.Core.Cases;
using Kpr.Core.Cases.Changes;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Timers;
using Kpr.Core.Catalogue;
using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>
/// What is the system's to do in a case: let time pass, send orders when the appeal period that held them is over, carry a change application's outcome to
/// the case it changes, and see to its extracts and its linkage. Each is a command like any other, and doing it twice does nothing.
/// </summary>
/// <param name="cases">The cases.</param>
/// <param name="execute">Carries out commands.</param>
/// <param name="extracts">What it does about extracts.</param>
/// <param name="linkages">What it does about the linkage.</param>
/// <param name="process">The rules.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class SystemDuties(CaseStore cases, ExecuteCommand execute, ExtractDuties extracts, LinkageDuties linkages, CaseProcess process, TimeProvider clock, ILogger<SystemDuties> log)
{
    private static readonly Actor Flow = new(Role.System, "flow");

    /// <summary>Does it.</summary>
    /// <returns>The case as it stands then.</returns>
    public async Task<CaseState> DoAsync(string caseId, CancellationToken cancellationToken)
    {
        await execute.RunAsync(caseId, new Advance(), Actor.Clock, null, null, cancellationToken);
        var state = (await cases.LoadAsync(caseId, cancellationToken)).State;
        if (process.Policy.OrdersAwaitAppealPeriod && state is { Phase: Phase.Decided, Parent: null, IsLinked: false, Suspended: null }
            && state.FindClock(ClockKind.Appeal)?.IsOverdueOn(NorwegianTime.Today(clock)) == true)
        {
            // Where data are linked the handler names the linker.
            await TryAsync(caseId, new DispatchOrders(), cancellationToken);
        }

        if (state.Parent is { } parent && state.Versions.Count > 0)
        {
            await CarryAsync(state, parent, cancellationToken);
        }

        await extracts.LookAsync((await cases.LoadAsync(caseId, cancellationToken)).State, cancellationToken);
        await linkages.LookAsync((await cases.LoadAsync(caseId, cancellationToken)).State, cancellationToken);
        return (await cases.LoadAsync(caseId, cancellationToken)).State;
    }

    private async Task CarryAsync(CaseState change, CaseLink parent, CancellationToken cancellationToken)
    {
        await TryAsync(parent.Case, new LinkChange(change.Id, parent.DecisionVersion), cancellationToken);
        if (change.Decision is { Grants: true } decision)
        {
            var original = (await cases.LoadAsync(parent.Case, cancellationToken)).State;
            if (original.Decision?.Version == parent.DecisionVersion)
            {
                await TryAsync(
                    parent.Case, new ApplyChange(change.Id, change.Content, decision.Sources, ChangedSources.Between(original.Content, change.Content), decision.EndsOn), cancellationToken);
            }
        }
    }

    private async Task TryAsync(string caseId, CaseCommand command, CancellationToken cancellationToken)
    {
        if ((await execute.RunAsync(caseId, command, Flow, null, null, cancellationToken)).Refusal is { } refusal)
        {
            Log.DutyRefused(log, caseId, CommandCatalogue.Of(command).Name, refusal.Number);
        }
    }
}
