using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Extracts;

/// <summary>What whoever orders extracts and whoever makes them have in common.</summary>
public static class ExtractServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddExtracts(this IServiceCollection services)
    {
        services.AddSingleton<ExtractStore>();
        services.AddSingleton<CohortStore>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<TellPreparation>();
        return services;
    }
}
