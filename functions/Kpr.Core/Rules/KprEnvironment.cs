namespace Kpr.Core.Rules;

/// <summary>Which world a file belongs to: production takes real persons only, test takes synthetic ones only.</summary>
public enum KprEnvironment
{
    /// <summary>Synthetic persons only (I10).</summary>
    Test,

    /// <summary>Real persons only (I09).</summary>
    Production,
}
