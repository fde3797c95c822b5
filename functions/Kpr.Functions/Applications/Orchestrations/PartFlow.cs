using Microsoft.DurableTask;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>How the flow of a part goes: look, wait, and look again until it is over.</summary>
internal static class PartFlow
{
    private const int LooksOfOneRun = 50;

    /// <summary>Runs until the part is over.</summary>
    /// <returns>How it ended.</returns>
    public static async Task<string> RunAsync(TaskOrchestrationContext context, string activity)
    {
        var input = context.GetInput<PartInput>()!;
        for (var look = 0; look < LooksOfOneRun; look++)
        {
            var view = await context.CallActivityAsync<PartLook>(activity, input, Waiting.Patient);
            context.SetCustomStatus(view.Mark);
            if (view.Over)
            {
                return view.Mark;
            }

            await Waiting.ForNudgeAsync(context, view.NextDue);
        }

        context.ContinueAsNew(input);
        return "";
    }
}
