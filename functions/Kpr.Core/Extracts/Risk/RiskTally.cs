using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Risk;

/// <summary>
/// Counts, while a table is merged, how many persons share each combination of what finds them (k), and how many main diagnoses they have between them (l). A person counts
/// once in each combination that her rows have. Memory is bounded: beyond half a million combinations every second one, by hash, is counted, then every fourth.
/// </summary>
public sealed class RiskTally
{
    private readonly ExtractTable _table;
    private readonly RiskLimits _limits;
    private readonly bool[] _finds;
    private readonly bool[] _isBackground;
    private readonly CombinationCount _background;
    private readonly CombinationCount _all;
    private byte[] _backgroundText = new byte[256];
    private byte[] _allText = new byte[256];
    private int _persons;
    private long _rows;

    /// <summary>Prepares.</summary>
    /// <param name="table">The table: its columns tell which find somebody.</param>
    /// <param name="limits">The limits; null for those of <see cref="RiskLimits"/>.</param>
    public RiskTally(ExtractTable table, RiskLimits? limits = null)
    {
        (_table, _limits) = (table, limits ?? new RiskLimits());
        _finds = [.. table.Columns.Select(column => column.FindsPersons)];
        _isBackground = [.. table.Columns.Select(column => column.FindsPersons && IsBackground(column))];
        _background = new CombinationCount([.. table.Columns.Where((_, at) => _isBackground[at]).Select(column => column.Name)], _limits.SmallGroup);
        _all = new CombinationCount([.. table.Columns.Where((_, at) => _finds[at]).Select(column => column.Name)], _limits.SmallGroup);
    }

    /// <summary>What was counted.</summary>
    public RiskFigures Finish() => new(_table.Name, _persons, _rows, _background.Finish(_persons), _all.Finish(_persons), _limits);

    /// <summary>Takes a row. Rows of a person come together.</summary>
    /// <param name="row">The row as CSV.</param>
    /// <param name="diagnosis">Its main diagnosis; empty for none.</param>
    /// <param name="isOther">Whether it is of another person than the row before.</param>
    internal void Add(ReadOnlySpan<byte> row, ReadOnlySpan<byte> diagnosis, bool isOther)
    {
        _persons += isOther ? 1 : 0;
        _rows++;
        var (background, all) = (0, 0);
        foreach (var (at, cell) in new CsvCells(row))
        {
            if (at < _finds.Length && _finds[at])
            {
                Append(ref _allText, ref all, row[cell]);
                if (_isBackground[at])
                {
                    Append(ref _backgroundText, ref background, row[cell]);
                }
            }
        }

        _background.Add(_backgroundText.AsSpan(0, background), _persons, diagnosis);
        _all.Add(_allText.AsSpan(0, all), _persons, diagnosis);
    }

    // Groups a and b of the regulation, § 2-1: who the person is and how she lives.
    private static bool IsBackground(ExtractColumn column) => column.Variable is { } id && VariableCatalogue.Find(id)?.Group is 'a' or 'b';

    private static void Append(ref byte[] text, ref int length, ReadOnlySpan<byte> cell)
    {
        if (length + cell.Length + 1 > text.Length)
        {
            Array.Resize(ref text, 2 * (length + cell.Length + 1));
        }

        if (length > 0)
        {
            text[length++] = (byte)'|';
        }

        cell.CopyTo(text.AsSpan(length));
        length += cell.Length;
    }
}
