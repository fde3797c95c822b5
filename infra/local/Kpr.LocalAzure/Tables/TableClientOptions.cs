using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Options of the table clients: retries, transport and diagnostics are those of every Azure client.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Creates options for a version of the service.</summary>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => Version = serviceVersion;

    internal ServiceVersion Version { get; }

    /// <summary>Versions of the service's REST interface.</summary>
    public enum ServiceVersion
    {
        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 2,
    }
}
