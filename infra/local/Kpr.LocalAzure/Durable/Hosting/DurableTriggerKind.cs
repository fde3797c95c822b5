using Kpr.LocalAzure.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Durable;

/// <summary>Orchestration and activity triggers: one listener for all of them.</summary>
internal sealed class DurableTriggerKind(DurableStore store, IServiceProvider services, TimeProvider clock, ILoggerFactory loggers) : ITriggerKind
{
    public IEnumerable<ITriggerListener> Listen(IReadOnlyList<FunctionDescriptor> functions, LocalFunctionsHost host)
    {
        var orchestrators = ByName<OrchestrationTriggerAttribute>(functions);
        var activities = ByName<ActivityTriggerAttribute>(functions);
        return orchestrators.Count + activities.Count == 0
            ? []
            : [new DurableListener(store, new DurableRunner(store, orchestrators, activities, host.Runner, services, clock, loggers), host, clock)];
    }

    private static Dictionary<string, FunctionDescriptor> ByName<TTrigger>(IReadOnlyList<FunctionDescriptor> functions) =>
        functions.Where(function => function.Trigger is TTrigger).ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
}
