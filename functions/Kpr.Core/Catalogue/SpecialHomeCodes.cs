namespace Kpr.Core.Catalogue;

/// <summary>The special home codes of <see cref="ReferenceData.Default"/>. Rules ask <see cref="ReferenceData.SpecialHomeCodes"/> of their file instead.</summary>
public static class SpecialHomeCodes
{
    /// <summary>All codes.</summary>
    public static IReadOnlyList<SpecialHomeCode> All => ReferenceData.Default.SpecialHomeCodes.All;

    /// <summary>The code with this text, or null. Does not allocate.</summary>
    public static SpecialHomeCode? Find(ReadOnlySpan<char> code) => ReferenceData.Default.SpecialHomeCodes.Find(code);

    /// <summary>Whether a sender may give the code as home municipality on a day.</summary>
    public static bool IsValid(ReadOnlySpan<char> code, DateOnly on) => ReferenceData.Default.SpecialHomeCodes.IsValid(code, on);
}
