using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Requests;

/// <summary>A variable that tables can be made by.</summary>
/// <param name="Column">The column of the register's segments.</param>
/// <param name="Norwegian">Its name in tables.</param>
/// <param name="Codes">The finest codes of the table, in order; a value that is none of them counts as <see cref="Unknown"/>.</param>
/// <param name="Groupings">Ways to group them.</param>
/// <param name="Coarsen">From the value in the register to the code in the table (birth year to age group); null for the value itself. Of date and time it may be given the day alone.</param>
public sealed record TableVariable(
    string Column, string Norwegian, IReadOnlyList<string> Codes, IReadOnlyList<Grouping> Groupings, Func<string, string>? Coarsen = null)
{
    /// <summary>The code of values that are missing or not in the list.</summary>
    public const string Unknown = "Uoppgitt";

    /// <summary>A second column that the code depends on; null for none.</summary>
    public string? Beside { get; init; }

    /// <summary>How many characters of the second column the code depends on, from the first; null for all.</summary>
    public int? BesideLength { get; init; }

    /// <summary>From the values of both columns to the code in the table (birth year and date to age group). Of date and time it may be given the day alone.</summary>
    public Func<string, string, string>? Join { get; init; }

    /// <summary>
    /// The finest codes that the variable has in any table, each with the code of this table that it falls in; null where the table's are the
    /// finest. Spans of days are written first/last.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Finest { get; init; }

    /// <summary>Whether its finest codes are municipalities.</summary>
    public bool IsMunicipality { get; init; }

    /// <summary>The values that stand in a list; null for a variable that has one value. A row without any is in no cell.</summary>
    public Func<string, IReadOnlyList<string>>? Split { get; init; }

    /// <summary>The code of a row's values.</summary>
    /// <param name="value">The value of <see cref="Column"/>.</param>
    /// <param name="beside">The value of <see cref="Beside"/>; empty for none.</param>
    public string CodeOf(string value, string beside) => Join is { } join ? join(value, beside) : Coarsen is { } coarsen ? coarsen(value) : value;
}
