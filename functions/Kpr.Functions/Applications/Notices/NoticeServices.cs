using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Applications.Notices;

/// <summary>The services of notices.</summary>
public static class NoticeServices
{
    /// <summary>Registers them and their options.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NoticeOptions>().Bind(configuration.GetSection("Kpr:Notices")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<NoticeOptions>, NoticeOptionsValidation>();
        services.AddSingleton<NoticeStore>();
        services.AddSingleton<NoticeWishes>();
        services.AddSingleton<NoticeDirectory>();
        services.AddSingleton<WebhookSender>();
        services.TryAddSingleton(provider => Mail(provider.GetRequiredService<IOptions<NoticeOptions>>().Value));
        services.AddSingleton<NoticePost>();
        services.AddSingleton<NoticesDelivery>();
        services.AddSingleton<IOutboxDelivery>(provider => provider.GetRequiredService<NoticesDelivery>());
        services.AddSingleton<DispatchNotices>();
        return services;
    }

    private static IMailSender Mail(NoticeOptions options) =>
        options.MailEndpoint.Length > 0 ? new CommunicationMail(new Uri(options.MailEndpoint), Identity(options))
        : options.MailFolder.Length > 0 ? new MailFolder(options.MailFolder)
        : new NoMail();

    private static ManagedIdentityCredential Identity(NoticeOptions options) =>
        new ManagedIdentityCredential(options.MailClientId is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
}
