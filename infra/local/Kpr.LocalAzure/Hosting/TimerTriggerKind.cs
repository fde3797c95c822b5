using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Timer triggers: one listener a function.</summary>
internal sealed class TimerTriggerKind(SettingNames settings, HostLedger ledger, TimeProvider clock) : ITriggerKind
{
    public IEnumerable<ITriggerListener> Listen(IReadOnlyList<FunctionDescriptor> functions, LocalFunctionsHost host)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is TimerTriggerAttribute trigger)
            {
                yield return new TimerListener(function, trigger, TimerSchedule.Parse(settings.Resolve(trigger.Schedule)), ledger, host.Runner, clock);
            }
        }
    }
}
