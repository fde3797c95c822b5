using Kpr.Core.Invoices;
using Kpr.Core.Pricing;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Billing;

/// <summary>What billing consists of.</summary>
internal static class BillingServices
{
    /// <summary>Setting of the storage account that bills and documents lie in.</summary>
    public const string Account = "Cases";

    /// <summary>Registers billing and its options.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BillingOptions>().Bind(configuration.GetSection("Kpr:Billing")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(Billers.Known);
        services.TryAddSingleton(PriceLists.Known);
        services.AddSingleton(provider => new BillStore(provider.GetRequiredService<StorageAccounts>().Tables(Account).GetTableClient(BillStore.Table)));
        services.AddSingleton(provider => new BillDocuments(provider.GetRequiredService<StorageAccounts>().Blobs(Account).GetBlobContainerClient(Containers.Invoices)));
        services.TryAddSingleton<IAccessPoint>(provider => provider.GetRequiredService<IOptions<BillingOptions>>().Value.AccessPoint is { Length: > 0 } address
            ? new HttpAccessPoint(new HttpClient { BaseAddress = new Uri(address.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(30) })
            : new ContainerAccessPoint(provider.GetRequiredService<StorageAccounts>().Blobs(Account).GetBlobContainerClient(Containers.AccessPoint)));
        services.AddSingleton<ExecuteBill>();
        services.AddSingleton<SendBill>();
        services.AddSingleton<BillCase>();
        services.AddSingleton<FinanceView>();
        return services;
    }
}
