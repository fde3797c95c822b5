namespace Kpr.Core.Extracts.Orders;

/// <summary>A column of an extract.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and underscores of ASCII, 32 at most.</param>
/// <param name="Type">Frictionless type: string, integer, date, datetime, year, yearmonth.</param>
/// <param name="Norwegian">What it holds, in Norwegian.</param>
/// <param name="English">What it holds, in English.</param>
public sealed record ExtractColumn(string Name, string Type, string Norwegian, string English)
{
    /// <summary>Id of the catalogue variable that it is made of; null for keys of the project.</summary>
    public string? Variable { get; init; }

    /// <summary>The form that it is in; null for as it is stored.</summary>
    public string? Form { get; init; }

    /// <summary>Unit of its numbers; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>Number of its code list; null where it has none.</summary>
    public string? CodeList { get; init; }

    /// <summary>Its codes with their names; null where it has no list, or the list is too long to print.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Codes { get; init; }

    /// <summary>Whether it finds somebody together with others (quasi-identifier).</summary>
    public bool FindsPersons { get; init; }

    /// <summary>Whether every row has a value.</summary>
    public bool Required { get; init; }
}
