namespace Kpr.Core.Register;

/// <summary>A segment is not as it was written: cut off, overwritten or mixed up. An outage, never rows that are others.</summary>
/// <param name="what">What is wrong with it.</param>
public sealed class SegmentDamagedException(string what) : IOException($"The segment is damaged: {what}.");
