using Kpr.Functions.Extracts;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>A delivery whose files are all there.</summary>
/// <param name="Id">Id of the extract.</param>
/// <param name="Folder">The folder of this try.</param>
/// <param name="Files">The encrypted files.</param>
public sealed record DeliveryEnd(string Id, string Folder, IReadOnlyList<ExtractFile> Files);
