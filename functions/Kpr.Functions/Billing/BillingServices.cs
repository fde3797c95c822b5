using Kpr.Core.Invoices;
using Kpr.Core.Pricing;
using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Azure;
using Kpr.Functions.Billing.Http;
using Kpr.Functions.Billing.Orchestrations;
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
        services.TryAddSingleton(provider => AccessPoint(provider.GetRequiredService<IOptions<BillingOptions>>().Value));
        services.AddSingleton<ExecuteBill>();
        services.AddSingleton<SendBill>();
        services.AddSingleton<BillCase>();
        services.AddSingleton<CaseBills>();
        services.AddSingleton<IBillStarter, BillStarter>();
        services.AddSingleton<ReconcileBills>();
        services.AddSingleton<FinanceView>();
        services.AddSingleton<BillReads>();
        services.AddSingleton<BillWrites>();
        services.AddSingleton<EstimateReads>();
        return services;
    }

    private static IAccessPoint AccessPoint(BillingOptions options) =>
        options.AccessPoint.Length > 0 ? new HttpAccessPoint(ClientOf(options, new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15) }))
        : options.AccessPointFolder.Length > 0 ? new FolderAccessPoint(options.AccessPointFolder)
        : new NoAccessPoint();

    /// <summary>The client of an access point: its address, and who sends.</summary>
    internal static HttpClient ClientOf(BillingOptions options, HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = new Uri(options.AccessPoint.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(30) };
        if (options.AccessPointAuthorization.Length > 0)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", options.AccessPointAuthorization);
        }

        return client;
    }
}
