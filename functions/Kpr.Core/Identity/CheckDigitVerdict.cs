namespace Kpr.Core.Identity;

/// <summary>What a check digit (kontrollsiffer) says.</summary>
public enum CheckDigitVerdict
{
    /// <summary>The digit does not agree with the ones before it under any rule.</summary>
    Invalid = 0,

    /// <summary>The weighted sum leaves 1, 2 or 3: right only under the rule that begins on 1 January 2032. First check digit only.</summary>
    RelaxedOnly,

    /// <summary>The weighted sum leaves 0: right under both rules.</summary>
    Valid,
}
