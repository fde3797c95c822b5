namespace Kpr.Local.Generation;

/// <summary>How large a set is. The volumes are those suggested for test data in the register's domain sheet.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Users">Users of care services, over all municipalities.</param>
/// <param name="Children">Children seen by health stations and school health, over all municipalities.</param>
/// <param name="Claims">Claims, over all practices.</param>
/// <param name="Periods">Number of files that a municipality's year is cut into, in each feed.</param>
/// <param name="ClaimsPerFile">Mean number of claims in a file.</param>
internal sealed record SetSize(string Name, int Users, int Children, int Claims, int Periods, int ClaimsPerFile)
{
    /// <summary>The sizes, smallest first.</summary>
    public static IReadOnlyList<SetSize> All { get; } =
    [
        new("tiny", 40, 40, 500, 2, 125),
        new("small", 5_000, 5_000, 300_000, 4, 1_000),
        new("county", 40_000, 40_000, 4_500_000, 12, 2_000),
        new("national", 400_000, 400_000, 4_000_000, 12, 1_000),
    ];

    /// <summary>Claims of the monthly delivery: a twelfth, but a whole month in the largest set.</summary>
    public int DeliveredClaims => Name == "national" ? Claims : Math.Max(120, Claims / 12);

    /// <summary>The smallest set: it holds one of everything that a demonstration needs, whatever the rate of faults.</summary>
    public bool IsTiny => Name == "tiny";

    /// <summary>The size of a name.</summary>
    public static SetSize Find(string name) => All.First(size => size.Name == name);
}
