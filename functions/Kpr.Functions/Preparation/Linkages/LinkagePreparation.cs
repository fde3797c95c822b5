using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>The services that make the keys of linkages.</summary>
public static class LinkagePreparation
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddLinkagePreparation(this IServiceCollection services)
    {
        services.AddSingleton<BatchSecrets>();
        services.AddSingleton<LinkageLists>();
        services.AddSingleton<LookAtBatch>();
        services.AddSingleton<DestroyBatch>();
        services.AddSingleton<BeginLinkage>();
        services.AddSingleton<SweepLinkages>();
        return services;
    }
}
