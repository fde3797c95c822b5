using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Invoices;
using Kpr.Core.Pricing;
using Kpr.Functions.Azure;
using Kpr.Functions.Billing;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Tests.Billing;

/// <summary>Billing on an account of its own: the genuine parts, over Azurite.</summary>
internal sealed class BillingRun
{
    public static readonly InvoiceBuyer Buyer = new("Universitetet i Prøveby", "974760673", "0192:974760673", "Prosjekt 1234", null, "NO");

    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly BlobContainerClient _sent;

    public BillingRun(AzuriteAccount account, BillingOptions? options = null, IAccessPoint? accessPoint = null, TimeProvider? clock = null, Billers? billers = null)
    {
        billers ??= Billers.Known;
        var choices = Options.Create(options ?? new BillingOptions());
        var blobs = new BlobServiceClient(account.ConnectionString);
        Table = new TableServiceClient(account.ConnectionString).GetTableClient(BillStore.Table);
        Documents = blobs.GetBlobContainerClient(Containers.Invoices);
        _sent = blobs.GetBlobContainerClient(ContainerAccessPoint.Container);
        Store = new BillStore(Table);
        clock ??= Clock;
        Execute = new ExecuteBill(Store, billers, clock, choices);
        Send = new SendBill(Store, Execute, new BillDocuments(Documents), accessPoint ?? new ContainerAccessPoint(_sent), billers);
        Case = new BillCase(Store, Execute, Send, billers, PriceLists.Known, choices);
        View = new FinanceView(Store, billers, clock);
    }

    public MovableClock Clock { get; } = new(new Crash.FrozenTime());

    public TableClient Table { get; }

    public BlobContainerClient Documents { get; }

    public BillStore Store { get; }

    public ExecuteBill Execute { get; }

    public SendBill Send { get; }

    public BillCase Case { get; }

    public FinanceView View { get; }

    public static async Task<BillingRun> StartAsync(BillingOptions? options = null, IAccessPoint? accessPoint = null, Billers? billers = null)
    {
        var run = new BillingRun(await SharedAzurite.NextAccountAsync(), options, accessPoint, billers: billers);
        await run.PrepareAsync();
        return run;
    }

    public async Task PrepareAsync()
    {
        using (IoSwitch.Unobserved())
        {
            await Table.CreateIfNotExistsAsync();
            await Documents.CreateIfNotExistsAsync();
            await _sent.CreateIfNotExistsAsync();
        }
    }

    /// <summary>Work of a register on an order, or of Helsedataservice on a case.</summary>
    public static BillingWork Work(string caseId, string basis, string biller, int minutes, string? takesBack = null) => new(
        caseId, new BillingBasis(basis, biller, takesBack is null ? BillingCause.Delivered : BillingCause.Credit, Day, biller == "hds", minutes, 1), Buyer,
        takesBack is not null ? null : new FeeRequest("", DeliveryKind.PersonLevel, Day, Day, Day, [new WorkEntry($"{caseId}/{basis}", Day, minutes)]) { BaseFee = biller == "hds" }, takesBack);

    public Task<IReadOnlyList<string>> SentAsync() => ListAsync(_sent);

    public Task<IReadOnlyList<string>> MadeAsync() => ListAsync(Documents);

    private static async Task<IReadOnlyList<string>> ListAsync(BlobContainerClient container)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "", CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }
}
