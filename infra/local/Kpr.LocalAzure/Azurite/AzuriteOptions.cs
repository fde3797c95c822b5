namespace Kpr.LocalAzure.Azurite;

/// <summary>How an Azurite is started. The defaults suit tests: free ports, everything in memory, many accounts.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Port of the blob service on 127.0.0.1; 0 takes a free one.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port of the queue service on 127.0.0.1; 0 takes a free one.</summary>
    public int QueuePort { get; init; }

    /// <summary>Port of the table service on 127.0.0.1; 0 takes a free one.</summary>
    public int TablePort { get; init; }

    /// <summary>Folder for the data, created when missing; null keeps everything in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Megabytes of blob content kept in memory when there is no data folder.</summary>
    public int MemoryLimitMegabytes { get; init; } = 2048;

    /// <summary>Number of accounts ready for <see cref="AzuriteProcess.NextAccount"/>, at most 900 (Windows bounds a process's environment).</summary>
    public int AccountCount { get; init; } = 900;

    /// <summary>Further accounts by name, all with the development key; the same at every start, so that a data folder keeps its use.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>How long the services may take to answer.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
