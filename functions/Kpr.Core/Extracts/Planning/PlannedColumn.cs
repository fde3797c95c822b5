using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Planning;

/// <summary>How a cell of an extract follows from cells of the register.</summary>
/// <param name="Column">The column of the extract.</param>
/// <param name="Source">The column of the register.</param>
internal sealed record PlannedColumn(ExtractColumn Column, string Source)
{
    /// <summary>A second column that the cell depends on; null for none.</summary>
    public string? Beside { get; init; }

    /// <summary>How many bytes of <see cref="Beside"/> the cell depends on, from the first; null for all.</summary>
    public int? BesideLength { get; init; }

    /// <summary>From the values of both columns to the cell; null for the value itself.</summary>
    public Func<string, string, string>? Map { get; init; }

    /// <summary>The key that stands in the value's place; null for none.</summary>
    public KeyKind? Key { get; init; }

    /// <summary>Whether the value is a date, or begins with one, that is moved with the person's others.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Whether <see cref="Beside"/> is a date that is moved.</summary>
    public bool IsBesideMoved { get; init; }
}
