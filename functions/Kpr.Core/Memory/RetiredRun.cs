namespace Kpr.Core.Memory;

/// <summary>A run that no longer counts, and is kept for those who began to read while it did.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="RetiredAt">When it ceased to count (UTC).</param>
public sealed record RetiredRun(string Run, DateTime RetiredAt);
