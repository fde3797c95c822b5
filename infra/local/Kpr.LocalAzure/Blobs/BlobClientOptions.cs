using Azure.Core;

namespace Azure.Storage.Blobs;

/// <summary>Options of the blob clients: retries, transport and diagnostics are those of every Azure client.</summary>
public class BlobClientOptions : ClientOptions
{
    /// <summary>Creates options for a version of the service.</summary>
    public BlobClientOptions(ServiceVersion version = ServiceVersion.V2025_05_05) => Version = version;

    /// <summary>The version of the REST interface the client speaks.</summary>
    public ServiceVersion Version { get; }

    /// <summary>Versions of the service's REST interface.</summary>
    public enum ServiceVersion
    {
        /// <summary>2025-05-05.</summary>
        V2025_05_05 = 26,
    }
}
