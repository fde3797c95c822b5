namespace Kpr.Functions.Preparation.Extracts;

/// <summary>A file to be delivered.</summary>
/// <param name="Id">Id of the extract.</param>
/// <param name="Folder">The folder of this try.</param>
/// <param name="Number">Which file of the package.</param>
public sealed record DeliveryPart(string Id, string Folder, int Number);
