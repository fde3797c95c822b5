using Kpr.Core.Cases;
using Kpr.Functions.Applications.Access;
using Kpr.Functions.Applications.Attachments;
using Kpr.Functions.Applications.Http;
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
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection("Kpr:Access")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>>(new NoLocalIssuerInAzure(configuration));
        services.AddOptions<AttachmentOptions>().Bind(configuration.GetSection("Kpr:Attachments")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new CaseProcess(provider.GetRequiredService<IOptions<CaseOptions>>().Value.Policy()));
        services.AddSingleton<OutboxMarks>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<ListStore>();
        services.AddSingleton<IOutboxDelivery>(provider => provider.GetRequiredService<ListStore>());
        services.AddSingleton<Outbox>();
        services.AddSingleton<ExecuteCommand>();
        services.AddSingleton(provider => new Lazy<ExecuteCommand>(provider.GetRequiredService<ExecuteCommand>));
        services.AddSingleton<Forecast>();

        services.AddSingleton(provider => new TokenReading(
            provider.GetRequiredService<IOptions<AccessOptions>>(), new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15) }) { Timeout = TimeSpan.FromSeconds(10) },
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Callers>();
        services.AddSingleton<WriteCase>();
        services.AddSingleton<ReadCase>();
        services.AddSingleton<CaseReads>();
        services.AddSingleton<WorkListReads>();
        services.AddSingleton<OwnNotices>();

        services.AddSingleton<AttachmentFiles>();
        services.AddSingleton<AttachmentReads>();
        services.AddSingleton<UploadAttachment>();
        services.AddSingleton<IAttachmentScanner>(provider => provider.GetRequiredService<IOptions<AttachmentOptions>>().Value.Scanner == "built-in" ? new BuiltInScanner() : new ExternalScanner());
        services.AddSingleton<IOutboxDelivery, ScanAttachments>();
        return services;
    }
}
