namespace Kpr.Core.Statistics.Cells;

/// <summary>
/// Cells of one or several tables and the margin equations between them: all that protection and audit know of tables. Cells
/// that count the same units are one cell here, however many times they are published.
/// </summary>
/// <param name="Copies">How many published cells each cell stands for; 0 for one that no table shows.</param>
/// <param name="Sums">The margin equations.</param>
public sealed record CellSystem(IReadOnlyList<int> Copies, IReadOnlyList<CellSum> Sums)
{
    /// <summary>Number of cells.</summary>
    public int Count => Copies.Count;

    /// <summary>The sums that each cell is the total or a part of.</summary>
    public IReadOnlyList<CellSum>[] SumsOf()
    {
        var sumsOf = Enumerable.Range(0, Count).Select(_ => new List<CellSum>()).ToArray();
        foreach (var sum in Sums)
        {
            foreach (var cell in sum.Parts.Append(sum.Total))
            {
                sumsOf[cell].Add(sum);
            }
        }

        return sumsOf;
    }
}
