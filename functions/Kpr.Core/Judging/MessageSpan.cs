namespace Kpr.Core.Judging;

/// <summary>Which records of a file belong to one of its messages.</summary>
/// <param name="FirstOrdinal">Ordinal of the first record.</param>
/// <param name="Records">Number of records.</param>
public sealed record MessageSpan(long FirstOrdinal, long Records);
