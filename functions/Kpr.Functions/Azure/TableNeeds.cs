namespace Kpr.Functions.Azure;

/// <summary>A table that an app reads and writes.</summary>
/// <param name="Account">Setting of the storage account, one of <see cref="StorageAccounts.Names"/>.</param>
/// <param name="Name">Name of the table.</param>
public sealed record TableNeeds(string Account, string Name);
