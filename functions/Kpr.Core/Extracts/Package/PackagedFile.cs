namespace Kpr.Core.Extracts.Package;

/// <summary>A file of a package, as it is before it is encrypted.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 hexadecimal digits in lower case.</param>
/// <param name="Rows">Rows of data, the header not counted; null for a file that is not a table.</param>
public sealed record PackagedFile(string Name, long Bytes, string Sha256, long? Rows = null);
