namespace Kpr.Core.Statistics.Rules;

/// <summary>Why a cell itself tells too much (primærundertrykking).</summary>
[Flags]
public enum PrimaryReasons
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>Too few persons.</summary>
    Few = 1,

    /// <summary>Nobody, where zeros are hidden.</summary>
    Zero = 2,

    /// <summary>Too few contributors: practices, municipalities.</summary>
    Contributors = 4,

    /// <summary>The largest contributors have nearly all of it.</summary>
    Dominance = 8,

    /// <summary>The second largest contributor can compute the largest one too closely.</summary>
    PPercent = 16,

    /// <summary>All of a small group are in this one category.</summary>
    Collapse = 32,

    /// <summary>A part of a municipality that few persons of the table are of.</summary>
    SmallMunicipality = 64,
}
