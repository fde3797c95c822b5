namespace Kpr.Core.Cases.Intake;

/// <summary>What sets the length of the statutory clock.</summary>
internal static class Terms
{
    /// <summary>Whether registers are linked with each other: § 19 f has 60 working days for "linkage with several registers" (R1).</summary>
    public static bool IsLinked(CaseState state) => state.IsLinked && state.Content.Sources is { Sources.Count: > 1 };
}
