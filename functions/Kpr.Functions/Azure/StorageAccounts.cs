using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Azure;

/// <summary>
/// The storage accounts of the system. Each has rights of its own: what lands, the register without identity,
/// identity apart from it, and the audit log that nobody can change.
/// </summary>
public sealed record StorageAccounts(
    BlobServiceClient Landing, TableServiceClient Ledger, BlobServiceClient Register, BlobServiceClient Identity, BlobServiceClient Audit)
{
    /// <summary>Settings: a connection string under the account's name, or <c>Name__blobServiceUri</c> (and table) with a managed identity.</summary>
    public static readonly IReadOnlyList<string> Names = ["Landing", "Register", "Identity", "Audit"];

    /// <summary>The accounts that the settings name.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public static StorageAccounts From(IConfiguration configuration) => new(
        Blobs(configuration, "Landing"), Tables(configuration, "Landing"),
        Blobs(configuration, "Register"), Blobs(configuration, "Identity"), Blobs(configuration, "Audit"));

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
