using System.Text.Json;
using Azure.Data.Tables;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications;
using Kpr.Functions.Azure;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kpr.Functions.Tests.Applications;

/// <summary>The store of cases and what stands on it, on an account of its own, without a host.</summary>
internal sealed class CaseParts : IDisposable
{
    // As a sender writes them, nulls and all.
    private static readonly JsonSerializerOptions Sent = new(CaseJson.Received) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never };

    private readonly ServiceProvider _services;

    private CaseParts(AzuriteAccount account, FixedClock clock, RecordedDelivery[] deliveries)
    {
        Account = account;
        Clock = clock;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Cases", (string?)account.ConnectionString), KeyValuePair.Create("Audit", (string?)account.ConnectionString)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new StorageAccounts(configuration));
        services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddApplications(configuration);
        foreach (var delivery in deliveries)
        {
            services.AddSingleton<IOutboxDelivery>(delivery);
        }

        _services = services.BuildServiceProvider();
    }

    public AzuriteAccount Account { get; }

    public FixedClock Clock { get; }

    public CaseStore Store => Get<CaseStore>();

    public static async Task<CaseParts> StartAsync(params RecordedDelivery[] deliveries)
    {
        var account = await SharedAzurite.NextAccountAsync();
        await PrepareAsync(account);
        return new CaseParts(account, new FixedClock(), deliveries);
    }

    /// <summary>Makes the tables and the container.</summary>
    public static async Task PrepareAsync(AzuriteAccount account)
    {
        var tables = new TableServiceClient(account.ConnectionString);
        await tables.CreateTableIfNotExistsAsync(CaseStore.Table);
        await tables.CreateTableIfNotExistsAsync(ListStore.Table);
        await new global::Azure.Storage.Blobs.BlobServiceClient(account.ConnectionString).GetBlobContainerClient(Containers.Cases).CreateIfNotExistsAsync();
    }

    /// <summary>Other parts on the same account, as in another process.</summary>
    public static CaseParts On(AzuriteAccount account, FixedClock clock, params RecordedDelivery[] deliveries) => new(account, clock, deliveries);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A command by its name, as HTTP gives it.</summary>
    public Task<CommandAnswer> DoAsync(Actor by, string caseId, string command, object? with = null, string? key = null, long? expected = null) => Get<ExecuteCommand>().RunAsync(
        caseId, command, with is null ? default : JsonSerializer.SerializeToElement(with, with.GetType(), Sent), by, key ?? Guid.NewGuid().ToString(), expected, CancellationToken.None);

    public async Task<IReadOnlyList<Recorded<CaseEvent>>> EventsAsync(string caseId)
    {
        var events = new List<Recorded<CaseEvent>>();
        await foreach (var recorded in Store.EventsAsync(caseId, CancellationToken.None))
        {
            events.Add(recorded);
        }

        return events;
    }

    /// <summary>The rows of a table, keys and one column.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string table, string column)
    {
        var rows = new List<string>();
        await foreach (var row in new TableServiceClient(Account.ConnectionString).GetTableClient(table).QueryAsync<TableEntity>())
        {
            rows.Add($"{row.PartitionKey} {row.RowKey} {(row.TryGetValue(column, out var value) ? value : null)}");
        }

        return rows;
    }

    public void Dispose() => _services.Dispose();
}
