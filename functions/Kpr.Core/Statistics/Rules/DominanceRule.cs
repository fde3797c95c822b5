namespace Kpr.Core.Statistics.Rules;

/// <summary>The (n, k) rule: a cell is hidden when its n largest contributors supply more than a share k of it.</summary>
/// <param name="Largest">How many contributors, n.</param>
/// <param name="Share">The share k, between 0 and 1.</param>
public sealed record DominanceRule(int Largest, double Share)
{
    /// <summary>Whether this rule hides all that another one hides.</summary>
    public bool Covers(DominanceRule other) => Largest >= other.Largest && Share <= other.Share;
}
