namespace Kpr.Core.Statistics.Requests;

/// <summary>Which rows of the register a table counts.</summary>
/// <param name="Column">A column of the register's segments.</param>
/// <param name="Values">The values it must have one of.</param>
public sealed record TableFilter(string Column, IReadOnlySet<string> Values)
{
    /// <summary>The variable whose codes the values are, where they are not those of the register; null for the values themselves.</summary>
    public TableVariable? Variable { get; init; }

    /// <summary>The first and the last day that count, where the column is a date; null where <see cref="Values"/> count.</summary>
    public (DateOnly From, DateOnly To)? Days { get; init; }

    /// <summary>Whether a row counts.</summary>
    /// <param name="value">The value of <see cref="Column"/>.</param>
    /// <param name="beside">The value of the variable's second column; empty for none.</param>
    public bool Holds(string value, string beside) => Days is var (from, to)
        ? value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", out var day) && from <= day && day <= to
        : Variable?.Split is { } split ? split(value).Any(one => Values.Contains(Variable.CodeOf(one, beside)))
        : Values.Contains(Variable is { } variable ? variable.CodeOf(value, beside) : value);
}
