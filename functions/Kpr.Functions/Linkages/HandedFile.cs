namespace Kpr.Functions.Linkages;

/// <summary>An encrypted file that one party of a linkage hands to another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its length.</param>
public sealed record HandedFile(string Name, long Bytes);
