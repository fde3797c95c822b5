namespace Kpr.Core.Extracts.Package;

/// <summary>A language that a package speaks to people in.</summary>
public enum PackageLanguage
{
    /// <summary>Norwegian, bokmål.</summary>
    Norwegian,

    /// <summary>English.</summary>
    English,
}
