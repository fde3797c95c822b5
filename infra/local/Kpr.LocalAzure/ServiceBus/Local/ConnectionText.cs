namespace Kpr.LocalAzure.ServiceBus;

/// <summary>Reads connection strings.</summary>
internal static class ConnectionText
{
    /// <summary>The host name in <c>Endpoint=sb://host/;…</c>.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static string HostOf(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("Endpoint=", StringComparison.OrdinalIgnoreCase)
                && Uri.TryCreate(part["Endpoint=".Length..], UriKind.Absolute, out var endpoint)
                && endpoint.Host.Length > 0)
            {
                return endpoint.Host;
            }
        }

        throw new FormatException("The connection string could not be parsed; either it was malformed or contains no well-known tokens.");
    }
}
