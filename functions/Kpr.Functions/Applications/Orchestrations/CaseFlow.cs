using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>
/// The flow of a case: looks at it, lets its time pass, begins the flows of its parts and bills, tells them when they changed, and waits. It decides nothing
/// and carries nothing but references; deadlines are data of the case.
/// </summary>
public static class CaseFlow
{
    // A history is cut off after so many looks, so that a replay stays short.
    private const int LooksOfOneRun = 20;

    /// <summary>Runs until nothing more happens by itself. A nudge after that begins it anew.</summary>
    [Function(CaseFlowNames.Case)]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<CaseFlowInput>()!;
        var told = new SortedDictionary<string, string>((input.Told ?? new Dictionary<string, string>()).ToDictionary(), StringComparer.Ordinal);
        var bills = new SortedSet<string>(input.Bills ?? [], StringComparer.Ordinal);
        var (seen, nudged) = (-1L, false);
        for (var look = 0; look < LooksOfOneRun; look++)
        {
            var view = await context.CallActivityAsync<CaseLook>(nameof(MoveCase), input.CaseId, Waiting.Patient);
            context.SetCustomStatus(view.Phase);
            foreach (var part in view.Parts)
            {
                Tell(context, input.CaseId, told, part);
            }

            foreach (var part in told.Keys.Except(view.Parts.Select(part => part.Instance)).ToList())
            {
                // It is over: its flow looks for the last time.
                context.SendEvent(part, CaseFlowNames.Nudge, true);
                told.Remove(part);
            }

            foreach (var bill in view.Bills.Where(bills.Add))
            {
                await context.CallActivityAsync(nameof(BeginBill), new BillStart(input.CaseId, bill), Waiting.Patient);
            }

            // One that is over is listened for yet, and looked at once more: a nudge that comes while an instance ends would be lost.
            if (view.Over && !nudged && view.Version == seen)
            {
                return view.Phase;
            }

            seen = view.Version;
            nudged = await Waiting.ForNudgeAsync(context, view.NextDue);
        }

        context.ContinueAsNew(input with { Told = told, Bills = [.. bills] });
        return "";
    }

    // A part that is new has its flow begun and not waited for; one that changed is nudged.
    private static void Tell(TaskOrchestrationContext context, string caseId, SortedDictionary<string, string> told, PartLook part)
    {
        if (!told.TryGetValue(part.Instance, out var mark))
        {
            _ = context.CallSubOrchestratorAsync<string>(part.Flow, new PartInput(caseId, part.Part), new SubOrchestrationOptions(retry: null, instanceId: part.Instance));
        }
        else if (mark != part.Mark)
        {
            context.SendEvent(part.Instance, CaseFlowNames.Nudge, true);
        }

        told[part.Instance] = part.Mark;
    }
}
