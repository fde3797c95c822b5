namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>A file as the manifest has it.</summary>
/// <param name="Kind">What it holds; told by its name.</param>
/// <param name="Name">Its name, beside the manifest.</param>
/// <param name="RowCount">Number of rows below the header.</param>
/// <param name="Sha256">SHA-256 of the file as it lies in storage, packed when it is packed; lower-case hexadecimal.</param>
public sealed record KuhrManifestFile(KuhrFileKind Kind, string Name, long RowCount, string Sha256);
