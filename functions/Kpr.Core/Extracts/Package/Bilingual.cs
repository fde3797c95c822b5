namespace Kpr.Core.Extracts.Package;

/// <summary>A text in both languages of a package.</summary>
/// <param name="Norwegian">In bokmål.</param>
/// <param name="English">In English.</param>
public sealed record Bilingual(string Norwegian, string English)
{
    /// <summary>The text in a language.</summary>
    public string In(PackageLanguage language) => language == PackageLanguage.English ? English : Norwegian;
}
