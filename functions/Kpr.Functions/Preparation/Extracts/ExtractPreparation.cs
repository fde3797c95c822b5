using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>The services that make extracts.</summary>
public static class ExtractPreparation
{
    /// <summary>Registers them and their options.</summary>
    public static IServiceCollection AddExtractPreparation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ExtractOptions>().Bind(configuration.GetSection("Kpr:Extracts")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ExtractWork>();
        services.AddSingleton<PreparedPackages>();
        services.AddSingleton<DisclosedPersons>();
        services.AddSingleton<ProjectSecrets>();
        services.AddSingleton<RegisterCertificates>();
        services.AddSingleton<UploadedLists>();
        services.AddSingleton<CaseWatch>();
        services.AddSingleton<ExtractRuns>();
        services.AddSingleton<KeptSums>();
        services.AddSingleton<SumExtract>();
        services.AddSingleton<CompareExtract>();
        services.AddSingleton<ExtractPlans>();
        services.AddSingleton<Populations>();
        services.AddSingleton<UnitReading>();
        services.AddSingleton<Outdated>();
        services.AddSingleton<TellCase>();
        services.AddSingleton<DeliveryGuards>();
        services.AddSingleton<ForgetExtract>();
        services.AddSingleton<BeginExtract>();
        services.AddSingleton<SweepExtracts>();
        return services;
    }
}
