using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Linkages;

/// <summary>What whoever orders keys of linkages and whoever makes them have in common.</summary>
public static class LinkageServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddLinkages(this IServiceCollection services)
    {
        services.AddSingleton<LinkageStore>();
        services.AddSingleton<LinkageFiles>();
        services.AddSingleton<TellLinkage>();
        return services;
    }
}
