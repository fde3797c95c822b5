using Kpr.Functions.Extracts.Recipients;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Extracts.Http;

/// <summary>The services of extracts as people meet them, and what the applications app does about them by itself.</summary>
public static class ExtractHttpServices
{
    /// <summary>Registers them and their options.</summary>
    public static IServiceCollection AddExtractHttp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection("Kpr:Deliveries")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CaseExtracts>();
        services.AddSingleton<ExtractDuties>();
        services.AddSingleton<RecipientStore>();
        services.AddSingleton<DownloadCounts>();
        services.AddSingleton<ExtractDoor>();
        services.AddSingleton<OrderExtracts>();
        services.AddSingleton<ReleaseExtracts>();
        services.AddSingleton<Certificates>();
        services.AddSingleton<Lists>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<Disclosures>();
        return services;
    }
}
