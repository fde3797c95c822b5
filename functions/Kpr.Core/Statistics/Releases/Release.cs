using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Releases;

/// <summary>A table that was given out, or is to be.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Layout">
/// Its dimensions. A dimension that another release has under the same name is over the same variable, and codes of finest
/// level mean the same there; groups may be others.
/// </param>
/// <param name="Population">
/// The units it counts, as parts of which every release counts each either wholly or not at all: {"2023"} and {"2023", "2024"},
/// or {"rest"} and {"rest", "the one who left"}.
/// </param>
/// <param name="Cells">The cells it shows, hidden ones among them; a cell that is not listed was not asked for.</param>
public sealed record Release(string Id, TableLayout Layout, IReadOnlySet<string> Population, IReadOnlyList<ReleasedCell> Cells);
