using Kpr.Core.Cases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Applications;

/// <summary>The services of applications.</summary>
public static class ApplicationServices
{
    /// <summary>Registers them and their options.</summary>
    public static IServiceCollection AddApplications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CaseOptions>().Bind(configuration.GetSection("Kpr:Cases")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new CaseProcess(provider.GetRequiredService<IOptions<CaseOptions>>().Value.Policy()));
        services.AddSingleton<OutboxMarks>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<ListStore>();
        services.AddSingleton<IOutboxDelivery>(provider => provider.GetRequiredService<ListStore>());
        services.AddSingleton<Outbox>();
        services.AddSingleton<ExecuteCommand>();
        services.AddSingleton(provider => new Lazy<ExecuteCommand>(provider.GetRequiredService<ExecuteCommand>));
        return services;
    }
}
