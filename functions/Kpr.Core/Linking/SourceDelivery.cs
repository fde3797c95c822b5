namespace Kpr.Core.Linking;

/// <summary>What a source delivered to a linkage.</summary>
/// <param name="Manifest">What it says of it.</param>
/// <param name="OpenKeys">Opens the linker's map of the source, from its beginning.</param>
/// <param name="OpenTable">Opens a file by the name that the manifest has.</param>
public sealed record SourceDelivery(SourceManifest Manifest, Func<Stream> OpenKeys, Func<string, Stream> OpenTable);
