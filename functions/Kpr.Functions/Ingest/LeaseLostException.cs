namespace Kpr.Functions.Ingest;

/// <summary>Somebody else has taken over a file whose receiver was too slow to renew its lease.</summary>
/// <param name="file">Key of the file.</param>
public sealed class LeaseLostException(string file) : Exception($"File {file} was taken over by another receiver.");
