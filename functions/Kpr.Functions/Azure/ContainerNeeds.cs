namespace Kpr.Functions.Azure;

/// <summary>What an app needs of a container.</summary>
/// <param name="Account">Setting of the storage account, one of <see cref="StorageAccounts.Names"/>.</param>
/// <param name="Name">Name of the container.</param>
/// <param name="Rights">What the app does there.</param>
public sealed record ContainerNeeds(string Account, string Name, BlobRights Rights);
