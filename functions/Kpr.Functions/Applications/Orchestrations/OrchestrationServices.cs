using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>The services of orchestrations.</summary>
public static class OrchestrationServices
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddOrchestrations(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxDelivery, NudgeDelivery>();
        services.AddSingleton<SystemDuties>();
        services.AddSingleton<ReconcileCases>();
        return services;
    }
}
