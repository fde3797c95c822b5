namespace Kpr.Functions.Azure;

/// <summary>A table that an app works with.</summary>
/// <param name="Account">Setting of the storage account, one of <see cref="StorageAccounts.Names"/>.</param>
/// <param name="Name">Name of the table.</param>
public sealed record TableNeeds(string Account, string Name)
{
    /// <summary>Whether the app reads it and never writes. Default: it does both.</summary>
    public bool ReadOnly { get; init; }
}
