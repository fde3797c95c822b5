namespace Kpr.Core.Statistics.Rules;

/// <summary>What becomes of cells that nobody is in.</summary>
public enum ZeroPolicy
{
    /// <summary>Zeros are published, all of them: so everybody knows that a hidden cell is at least one.</summary>
    Publish,

    /// <summary>Zeros are hidden as small counts are.</summary>
    Hide,
}
