namespace Kpr.LocalAzure.Hosting;

/// <summary>How far a receiver is with one version of a blob.</summary>
/// <param name="ETag">The version, without quotes: listings have none, other answers have.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Done">Whether it succeeded or was given up.</param>
internal readonly record struct BlobReceipt(string ETag, int Attempts, bool Done);
