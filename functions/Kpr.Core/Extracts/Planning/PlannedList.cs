using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Planning;

/// <summary>How a list of the register becomes a table of an extract.</summary>
/// <param name="Shape">The list.</param>
/// <param name="Table">The table.</param>
/// <param name="Chapters">Whether chapters stand in the place of codes of diagnosis.</param>
/// <param name="Beside">Whether the column beside the list was ordered too.</param>
internal sealed record PlannedList(ListShape Shape, ExtractTable Table, bool Chapters, bool Beside)
{
    /// <summary>Whether its rows name their person; else only the row that they belong to does.</summary>
    public bool NamesPerson => Table.Columns[0] == ExtractForms.PersonColumn;
}
