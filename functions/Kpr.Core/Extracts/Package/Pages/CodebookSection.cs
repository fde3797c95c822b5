namespace Kpr.Core.Extracts.Package.Pages;

/// <summary>A part of a codebook for people: a heading, then facts, texts and a table; each may be empty.</summary>
internal sealed record CodebookSection(string Heading)
{
    /// <summary>Its place: 2 under the title, 3 under a heading of 2.</summary>
    public int Level { get; init; } = 2;

    /// <summary>Names with values.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>Paragraphs.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Headings of the table; one that begins with # is of numbers.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Rows of the table.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    /// <summary>Whether the text to be read first leaves it to the page: code lists.</summary>
    public bool IsOnlyOnPage { get; init; }
}
