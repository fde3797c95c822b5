namespace Kpr.Core.Catalogue;

/// <summary>The city districts of <see cref="ReferenceData.Default"/>. Rules ask <see cref="ReferenceData.Districts"/> of their file instead.</summary>
public static class Districts
{
    /// <summary>All districts, in the order of the table.</summary>
    public static IReadOnlyList<District> All => ReferenceData.Default.Districts.All;

    /// <summary>The district of a municipality, whenever in use, or null. Does not allocate.</summary>
    /// <param name="municipality">Four digits.</param>
    /// <param name="district">Six digits, or the last two of them.</param>
    public static District? Find(ReadOnlySpan<char> municipality, ReadOnlySpan<char> district) =>
        ReferenceData.Default.Districts.Find(municipality, district);

    /// <summary>Whether the district belongs to the municipality and is in use on a day.</summary>
    public static bool IsValid(ReadOnlySpan<char> municipality, ReadOnlySpan<char> district, DateOnly on) =>
        ReferenceData.Default.Districts.IsValid(municipality, district, on);

    /// <summary>The districts of a municipality on a day; empty for all but the four cities.</summary>
    public static IReadOnlyList<District> Of(string municipality, DateOnly day) => ReferenceData.Default.Districts.Of(municipality, day);
}
