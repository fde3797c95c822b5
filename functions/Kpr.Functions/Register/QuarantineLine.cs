namespace Kpr.Functions.Register;

/// <summary>A rejected record as it came; only ever written sealed.</summary>
/// <param name="Ordinal">Position in the file.</param>
/// <param name="Line">Line in the file.</param>
/// <param name="RecordId">The record's own GUID; null when it has none.</param>
/// <param name="Content">The original bytes, in the file's own encoding.</param>
public sealed record QuarantineLine(long Ordinal, long Line, string? RecordId, byte[] Content);
