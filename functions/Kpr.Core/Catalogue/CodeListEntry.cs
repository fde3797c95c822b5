namespace Kpr.Core.Catalogue;

/// <summary>A code of a national code list.</summary>
/// <param name="Code">The code, case as defined.</param>
/// <param name="NorwegianName">Name in the list.</param>
/// <param name="EnglishName">Name in English, our own wording.</param>
public sealed record CodeListEntry(string Code, string NorwegianName, string EnglishName)
{
    /// <summary>When the code is in use with this meaning. Default: always.</summary>
    public Period Validity { get; init; }

    /// <summary>The same code with an earlier meaning; null when there is none.</summary>
    internal CodeListEntry? Earlier { get; init; }
}
