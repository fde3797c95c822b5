using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Hiding;

/// <summary>
/// Shows secondary cells again where the others stay wide enough, the dearest first. When a cell is shown, those beside it in
/// a sum are asked alone: one farther off hardly ever gets too narrow by it. All are asked once, at the end; where one has
/// become too narrow, what it needs is hidden again, and then all are asked for every further cell.
/// </summary>
/// <param name="task">The table.</param>
/// <param name="values">Its true values.</param>
/// <param name="costs">What hiding each cell costs.</param>
/// <param name="hidden">Which cells are hidden.</param>
/// <param name="book">The moves that carry them.</param>
internal sealed class SuperfluousCells(ProtectionTask task, long[] values, double[] costs, HiddenCells hidden, MoveBook book)
{
    private readonly IReadOnlyList<CellSum>[] _sumsOf = task.System.SumsOf();
    private readonly Dictionary<int, MoveFinder> _finders = [];

    // Nothing is hidden that was not: what is shown now takes no part in any move.
    private readonly int[] _candidates = hidden.All();

    /// <summary>Shows them.</summary>
    public void Show()
    {
        Show(Beside);
        if (HideAgain())
        {
            Show(cell => Beside(cell).Concat(hidden.All()));
        }
    }

    private void Show(Func<int, IEnumerable<int>> asked)
    {
        foreach (var cell in _candidates.Where(cell => hidden[cell] && !task.Primary[cell]).OrderByDescending(cell => costs[cell]))
        {
            // Alone in a sum, a neighbour could be computed: no need to ask further.
            if (_sumsOf[cell].All(sum => HiddenOf(sum).Count() != 2))
            {
                Set(cell, isHidden: false);
                if (!asked(cell).All(StaysWide))
                {
                    Set(cell, isHidden: true);
                }
            }
        }
    }

    // What is hidden again must be wide enough itself.
    private bool HideAgain()
    {
        var again = false;
        var open = new Queue<int>(hidden.All());
        while (open.TryDequeue(out var cell))
        {
            while (!StaysWide(cell) && book.NearlyHidden(cell) is { } move)
            {
                foreach (var needed in move.Cells.Where(needed => !hidden[needed]))
                {
                    Set(needed, isHidden: true);
                    open.Enqueue(needed);
                    again = true;
                }
            }
        }

        return again;
    }

    private IEnumerable<int> Beside(int cell) => _sumsOf[cell].SelectMany(HiddenOf).Distinct();

    private void Set(int cell, bool isHidden)
    {
        hidden[cell] = isHidden;
        book.Show(cell, !isHidden);
    }

    private bool StaysWide(int cell)
    {
        if (book.IsWide(cell))
        {
            return true;
        }

        var block = task.Blocks?[cell] ?? -1;
        if (!_finders.TryGetValue(block, out var finder))
        {
            var cells = _candidates.Where(other => block < 0 || task.Blocks![other] == block).ToHashSet();
            _finders.Add(block, finder = new MoveFinder(task, values, costs, hidden, cells.Contains));
        }

        return book.Widen(cell, finder);
    }

    private IEnumerable<int> HiddenOf(CellSum sum) => sum.Parts.Append(sum.Total).Where(cell => hidden[cell]);
}
