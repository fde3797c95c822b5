namespace Kpr.Core.Judging;

/// <summary>What somebody who looked at a held file (F25) decided.</summary>
public enum Review
{
    /// <summary>Nobody has decided anything.</summary>
    None,

    /// <summary>The file is taken as it is.</summary>
    Released,

    /// <summary>The file is rejected as a whole.</summary>
    Refused,
}
