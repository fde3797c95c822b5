namespace Kpr.Core.Extracts.Scan;

/// <summary>Something that must not leave, and where it stands; never what it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Bytes in front of it.</param>
/// <param name="Line">Its line, 1 for the first.</param>
public sealed record LeakFinding(LeakKind Kind, long Offset, long Line);
