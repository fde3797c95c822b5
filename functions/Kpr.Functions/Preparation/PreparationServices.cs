using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Preparation.Linkages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Preparation;

/// <summary>The services that prepare what is given out.</summary>
public static class PreparationServices
{
    /// <summary>Registers them and their options.</summary>
    public static IServiceCollection AddPreparation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StatisticsOptions>().Bind(configuration.GetSection("Kpr:Statistics")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StatisticsOptions>, StatisticsOptionsValidation>();
        services.AddSingleton<CountingStore>();
        services.AddSingleton<TableRequests>();
        services.AddSingleton<Releases>();
        services.AddExtractPreparation(configuration);
        services.AddLinkagePreparation();
        return services;
    }
}
