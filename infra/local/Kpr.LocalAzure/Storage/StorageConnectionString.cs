using Kpr.LocalAzure.Azurite;

namespace Kpr.LocalAzure.Storage;

/// <summary>The account, key and endpoints a storage connection string names.</summary>
internal sealed record StorageConnectionString(string AccountName, string AccountKey, Uri BlobEndpoint, Uri TableEndpoint)
{
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public static StorageConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("Settings must be of the form \"name=value\".");
            }

            settings[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }

        if (settings.TryGetValue("UseDevelopmentStorage", out var development) && bool.TryParse(development, out var on) && on)
        {
            const string name = AzuriteAccount.DevelopmentName;
            return new StorageConnectionString(name, AzuriteAccount.DevelopmentKey, new Uri($"http://127.0.0.1:10000/{name}"), new Uri($"http://127.0.0.1:10002/{name}"));
        }

        if (!settings.TryGetValue("AccountName", out var account) || !settings.TryGetValue("AccountKey", out var key))
        {
            throw new FormatException("No valid combination of account information found.");
        }

        return new StorageConnectionString(account, key, Endpoint("BlobEndpoint", "blob"), Endpoint("TableEndpoint", "table"));

        Uri Endpoint(string setting, string service) => new(
            settings.TryGetValue(setting, out var endpoint)
                ? endpoint
                : $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.{service}.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}");
    }
}
