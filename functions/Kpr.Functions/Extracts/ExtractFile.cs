namespace Kpr.Functions.Extracts;

/// <summary>A file of a package.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record ExtractFile(string Name, long Bytes, string Sha256);
