namespace Kpr.LocalAzure.Azurite;

/// <summary>One Azurite for a whole process, started when first asked for, in memory; it stops with the process.</summary>
public static class SharedAzurite
{
    private static readonly Lazy<Task<AzuriteProcess>> Shared = new(() => AzuriteProcess.StartAsync());

    /// <summary>The running Azurite.</summary>
    /// <exception cref="AzuriteUnavailableException">It could not be installed or started.</exception>
    public static Task<AzuriteProcess> GetAsync() => Shared.Value;

    /// <summary>A fresh account of it, for one test or one run.</summary>
    /// <exception cref="AzuriteUnavailableException">It could not be installed or started.</exception>
    public static async Task<AzuriteAccount> NextAccountAsync() => (await GetAsync()).NextAccount();
}
