using Kpr.Functions.Applications.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Billing.Orchestrations;

/// <summary>
/// The flow of a biller's bills in a case: moves them as far as they go, and waits for a nudge, the day on which a bill waits no longer, or a day. Over when all
/// is sent and the case knows of it; paying, reminding and crediting are finance's, and no flow waits for them.
/// </summary>
public static class BillFlow
{
    private const int LooksOfOneRun = 50;

    /// <summary>Runs until all is sent. Work that comes after that begins it anew.</summary>
    [Function(BillFlowNames.Bill)]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<BillFlowInput>()!;
        var nudged = true;
        for (var look = 0; look < LooksOfOneRun; look++)
        {
            var view = await LookAsync(context, input);
            context.SetCustomStatus(view.Mark);

            // One that is over is listened for yet, and looked at once more: a nudge that comes while an instance ends would be lost.
            if (view.Over && !nudged)
            {
                return view.Mark;
            }

            nudged = await Waiting.ForNudgeAsync(context, view.Due);
        }

        context.ContinueAsNew(input);
        return "";
    }

    // An access point that is away for a day is no reason to give a bill up.
    private static async Task<BillLook> LookAsync(TaskOrchestrationContext context, BillFlowInput input)
    {
        try
        {
            return await context.CallActivityAsync<BillLook>(nameof(MoveBill), input, Waiting.Patient);
        }
        catch (TaskFailedException)
        {
            return new BillLook("outage", Over: false);
        }
    }
}
