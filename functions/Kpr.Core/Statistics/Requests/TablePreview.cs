using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Requests;

/// <summary>The shape of a table that is asked for.</summary>
/// <param name="Layout">Its cells.</param>
/// <param name="Rows">Number of rows, margins included.</param>
/// <param name="Columns">Number of columns, margins included.</param>
public sealed record TablePreview(TableLayout Layout, int Rows, int Columns);
