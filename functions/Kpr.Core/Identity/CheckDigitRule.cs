namespace Kpr.Core.Identity;

/// <summary>Which rule the first check digit is judged by (rule I11).</summary>
public enum CheckDigitRule
{
    /// <summary>The weighted sum must leave 0.</summary>
    Current = 0,

    /// <summary>From 1 January 2032: 0, 1, 2 or 3. Numbers of both kinds live side by side.</summary>
    From2032,
}
