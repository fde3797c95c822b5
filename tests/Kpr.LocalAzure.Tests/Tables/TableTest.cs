using Azure.Data.Tables;
using Kpr.LocalAzure.Tests.Azurite;

namespace Kpr.LocalAzure.Tests.Tables;

/// <summary>A fresh account with one empty table.</summary>
public abstract class TableTest : AzuriteFixture
{
    protected TableServiceClient Service { get; private set; } = null!;

    protected TableClient Table { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Service = new TableServiceClient(Account.ConnectionString);
        Table = Service.GetTableClient("rows");
        await Table.CreateIfNotExistsAsync();
    }

    protected async Task<TableEntity> ReadAsync(string partitionKey = "p", string rowKey = "r") => (await Table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value;
}
