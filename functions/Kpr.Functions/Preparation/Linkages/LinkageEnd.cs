using Kpr.Functions.Extracts;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>The end of the making of keys for a linkage.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Id">Id of the batch among all.</param>
/// <param name="Files">Key files and maps as they were encrypted.</param>
public sealed record LinkageEnd(string Case, string Id, IReadOnlyList<ExtractFile> Files);
