namespace Kpr.Core.Identity;

/// <summary>Which series of made-up people a number belongs to, read from its month.</summary>
public enum SyntheticSeries
{
    /// <summary>An ordinary month: not synthetic.</summary>
    None = 0,

    /// <summary>Month + 80 (81–92): the tax authority's test population (Tenor, Test-Norge). Surely synthetic.</summary>
    Tenor,

    /// <summary>Month + 40 (41–52): NAV's test numbers, or a real H-number. Synthetic only where a setting says so.</summary>
    NavMonth40,

    /// <summary>Month + 65 (66–77): seen in tests of the health network; no public source confirms it.</summary>
    Month65,
}
