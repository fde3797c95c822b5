using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Linkages.Http;

/// <summary>The services of linkages as people meet them, and what the applications app does about them by itself.</summary>
public static class LinkageHttpServices
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddLinkageHttp(this IServiceCollection services)
    {
        services.AddSingleton<LinkageDuties>();
        services.AddSingleton<LinkageDoor>();
        services.AddSingleton<OrderKeys>();
        services.AddSingleton<HandedFiles>();
        services.AddSingleton<ShowLinkages>();
        services.AddSingleton<ReleaseLinkages>();
        return services;
    }
}
