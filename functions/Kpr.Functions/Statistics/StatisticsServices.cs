using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Statistics;

/// <summary>The services of catalogue and tables as people meet them.</summary>
public static class StatisticsServices
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services)
    {
        services.AddSingleton<TableStore>();
        services.AddSingleton<Tables>();
        services.AddSingleton<CatalogueReads>();
        services.AddSingleton<VariableLists>();
        return services;
    }
}
