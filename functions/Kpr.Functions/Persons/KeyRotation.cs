namespace Kpr.Functions.Persons;

/// <summary>A change of the key that content is sealed with, as far as it has come. Holds no key.</summary>
/// <param name="Target">Version of the new key.</param>
/// <param name="StartedAt">When it was asked for (UTC).</param>
/// <param name="DoneAt">When nothing was left under an older key (UTC); null until then.</param>
public sealed record KeyRotation(int Target, DateTime StartedAt, DateTime? DoneAt = null);
