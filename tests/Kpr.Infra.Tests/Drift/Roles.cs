namespace Kpr.Infra.Tests.Drift;

/// <summary>Azure's built-in roles that may be given here, by id. No owner of the register, no contributor of resources.</summary>
internal static class Roles
{
    public const string BlobOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    public const string BlobContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    public const string BlobReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    public const string QueueContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    public const string TableContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    public const string TableReader = "76199698-9eea-4c19-bc75-cec21354c6b6";
    public const string BusReceiver = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0";
    public const string BusSender = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39";
    public const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";
    public const string CryptoUser = "12338af0-0e69-4776-bea7-57ae8d297424";
    public const string CryptoOfficer = "14b46e9e-c2b7-41b4-b07b-48a6ebf60603";
    public const string LogReader = "73c42c96-874c-492b-b04d-ab87d138a893";
    public const string DurableContributor = "0ad04412-c4d5-4796-b79c-f76d14c8d402";

    /// <summary>Role, and the only types of scope that it may be given on.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Scopes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [BlobOwner] = ["Microsoft.Storage/storageAccounts"],
        [QueueContributor] = ["Microsoft.Storage/storageAccounts"],
        [BlobContributor] = ["Microsoft.Storage/storageAccounts/blobServices/containers"],
        [BlobReader] = ["Microsoft.Storage/storageAccounts/blobServices/containers"],
        [TableContributor] = ["Microsoft.Storage/storageAccounts", "Microsoft.Storage/storageAccounts/tableServices/tables"],
        [TableReader] = ["Microsoft.Storage/storageAccounts/tableServices/tables"],
        [BusReceiver] = ["Microsoft.ServiceBus/namespaces/queues"],
        [BusSender] = ["Microsoft.ServiceBus/namespaces/queues"],
        [MetricsPublisher] = ["Microsoft.Insights/components"],
        [CryptoUser] = ["Microsoft.KeyVault/vaults/keys"],
        [CryptoOfficer] = ["Microsoft.KeyVault/vaults"],
        [LogReader] = ["Microsoft.OperationalInsights/workspaces"],
        [DurableContributor] = ["Microsoft.DurableTask/schedulers/taskHubs"],
    };
}
