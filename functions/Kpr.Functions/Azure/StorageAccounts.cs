using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Azure;

/// <summary>
/// The storage accounts of the system. Each has rights of its own: what lands, the register without identity,
/// identity apart from it, deliveries, cases, and the audit log that nobody can change. An account is opened when it is first
/// used: no app is connected to all of them.
/// </summary>
/// <param name="configuration">Settings: a connection string under the account's name, or <c>Name__blobServiceUri</c> (and table) with a managed identity.</param>
public sealed class StorageAccounts(IConfiguration configuration)
{
    /// <summary>Names of the accounts' settings.</summary>
    public static readonly IReadOnlyList<string> Names = ["Landing", "Register", "Identity", "Delivery", "Audit", "Cases"];

    private readonly Lazy<BlobServiceClient> _landing = new(() => Blobs(configuration, "Landing"));
    private readonly Lazy<TableServiceClient> _ledger = new(() => Tables(configuration, "Landing"));
    private readonly Lazy<BlobServiceClient> _register = new(() => Blobs(configuration, "Register"));
    private readonly Lazy<BlobServiceClient> _identity = new(() => Blobs(configuration, "Identity"));
    private readonly Lazy<BlobServiceClient> _deliveries = new(() => Blobs(configuration, "Delivery"));
    private readonly Lazy<BlobServiceClient> _audit = new(() => Blobs(configuration, "Audit"));
    private readonly Lazy<BlobServiceClient> _caseFiles = new(() => Blobs(configuration, "Cases"));
    private readonly Lazy<TableServiceClient> _caseTables = new(() => Tables(configuration, "Cases"));

    /// <summary>What lands, and what is between two steps.</summary>
    public BlobServiceClient Landing => _landing.Value;

    /// <summary>The ledger of the intake.</summary>
    public TableServiceClient Ledger => _ledger.Value;

    /// <summary>The register without identity.</summary>
    public BlobServiceClient Register => _register.Value;

    /// <summary>Identity.</summary>
    public BlobServiceClient Identity => _identity.Value;

    /// <summary>Deliveries.</summary>
    public BlobServiceClient Deliveries => _deliveries.Value;

    /// <summary>The audit log.</summary>
    public BlobServiceClient Audit => _audit.Value;

    /// <summary>Files of cases.</summary>
    public BlobServiceClient CaseFiles => _caseFiles.Value;

    /// <summary>Cases and work lists.</summary>
    public TableServiceClient CaseTables => _caseTables.Value;

    /// <summary>The blobs of an account by the name of its setting.</summary>
    public BlobServiceClient Blobs(string account) => account switch
    {
        "Landing" => Landing,
        "Register" => Register,
        "Identity" => Identity,
        "Delivery" => Deliveries,
        "Audit" => Audit,
        "Cases" => CaseFiles,
        _ => throw new InvalidOperationException($"There is no account {account}."),
    };

    /// <summary>The tables of an account by the name of its setting.</summary>
    public TableServiceClient Tables(string account) => account switch
    {
        "Landing" => Ledger,
        "Cases" => CaseTables,
        _ => throw new InvalidOperationException($"There are no tables in {account}."),
    };

    /// <summary>The blobs of an account by its setting.</summary>
    internal static BlobServiceClient Blobs(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } connection
            ? new BlobServiceClient(connection)
            : new BlobServiceClient(Address(configuration, name, "blobServiceUri"), Credential(configuration, name), new BlobClientOptions());

    /// <summary>The tables of an account by its setting.</summary>
    internal static TableServiceClient Tables(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } connection
            ? new TableServiceClient(connection)
            : new TableServiceClient(Address(configuration, name, "tableServiceUri"), Credential(configuration, name));

    private static Uri Address(IConfiguration configuration, string name, string part) =>
        configuration[$"{name}:{part}"] is { } address
            ? new Uri(address)
            : throw new InvalidOperationException($"Neither setting {name} nor {name}__{part} is there: the storage account is not known.");

    private static ManagedIdentityCredential Credential(IConfiguration configuration, string name) =>
        new(configuration[$"{name}:clientId"] is { } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
}
