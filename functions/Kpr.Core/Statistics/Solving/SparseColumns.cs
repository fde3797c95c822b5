namespace Kpr.Core.Statistics.Solving;

/// <summary>A sparse matrix by columns.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Start">Where each column begins, and behind the last one the end.</param>
/// <param name="Row">Row of each entry.</param>
/// <param name="Value">Value of each entry.</param>
internal sealed record SparseColumns(int Rows, int[] Start, int[] Row, double[] Value)
{
    /// <summary>Number of columns.</summary>
    public int Columns => Start.Length - 1;

    /// <summary>Makes a matrix of entries in any order.</summary>
    public static SparseColumns Of(int rows, int columns, IReadOnlyList<(int Row, int Column, double Value)> entries)
    {
        var start = new int[columns + 1];
        foreach (var (_, column, _) in entries)
        {
            start[column + 1]++;
        }

        for (var column = 0; column < columns; column++)
        {
            start[column + 1] += start[column];
        }

        var next = start[..columns];
        var row = new int[entries.Count];
        var value = new double[entries.Count];
        foreach (var (at, column, entry) in entries)
        {
            row[next[column]] = at;
            value[next[column]++] = entry;
        }

        return new SparseColumns(rows, start, row, value);
    }
}
