namespace Kpr.Functions.Applications;

/// <summary>A command that was carried out before.</summary>
/// <param name="Fingerprint">Hash of what was asked.</param>
/// <param name="First">Place of its first event.</param>
/// <param name="Version">Version of the case after it.</param>
public sealed record KnownCommand(string Fingerprint, long First, long Version);
