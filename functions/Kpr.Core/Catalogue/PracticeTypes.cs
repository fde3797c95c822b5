namespace Kpr.Core.Catalogue;

/// <summary>The practice types of <see cref="ReferenceData.Default"/>. Rules ask <see cref="ReferenceData.PracticeTypes"/> of their file instead.</summary>
public static class PracticeTypes
{
    /// <summary>All practice types.</summary>
    public static IReadOnlyCollection<PracticeType> All => ReferenceData.Default.PracticeTypes.All;

    /// <summary>The practice type of a code, exactly as written, or null. Does not allocate.</summary>
    public static PracticeType? Find(ReadOnlySpan<char> code) => ReferenceData.Default.PracticeTypes.Find(code);
}
