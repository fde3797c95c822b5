namespace Kpr.Core.Cases.Appeals;

/// <summary>How an appeal ends on its merits.</summary>
public enum AppealResult
{
    /// <summary>The decision stands (stadfestet).</summary>
    Upheld,

    /// <summary>The decision is another (omgjort).</summary>
    Changed,

    /// <summary>The decision is annulled and the case goes back (opphevet).</summary>
    Remitted,
}
