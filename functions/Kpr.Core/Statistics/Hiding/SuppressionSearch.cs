namespace Kpr.Core.Statistics.Hiding;

/// <summary>
/// Chooses which further cells to hide so that every hidden cell can be moved far enough: cell by cell by the cheapest move,
/// then showing again what is not needed after all.
/// </summary>
internal sealed class SuppressionSearch
{
    private const double Rounding = 1e-6;
    private const double FallingShort = 1e12;

    // So that even a long way costs less than it brings.
    private const double Dearest = 1e4;

    private readonly ProtectionTask _task;
    private readonly long[] _values;
    private readonly double[] _costs;
    private readonly HiddenCells _hidden;
    private readonly MoveBook _book;
    private readonly Dictionary<int, MoveFinder> _blocks = [];
    private MoveFinder? _whole;

    public SuppressionSearch(ProtectionTask task)
    {
        (_task, _values, _hidden) = (task, [.. task.Values], new HiddenCells(task.System.Count));
        _book = new MoveBook(_values.Length, task.Width);

        // Hiding a large count loses more than hiding a small one, and one that is published twice is lost twice.
        var scale = Math.Min(1, Dearest / Math.Max(1.0, _values.Max()));
        _costs = [.. _values.Select((value, cell) => scale * Math.Max(1, value) * Math.Max(1, task.System.Copies[cell]))];
        for (var cell = 0; cell < _values.Length; cell++)
        {
            if (task.Primary[cell])
            {
                _hidden[cell] = true;
            }
        }
    }

    private MoveFinder Whole => _whole ??= new MoveFinder(_task, _values, _costs, _hidden, _ => true);

    /// <summary>Whether a cell is hidden.</summary>
    public bool IsHidden(int cell) => _hidden[cell];

    /// <summary>Hides until every hidden cell is wide enough.</summary>
    public void Protect() => Protect(_hidden.All().OrderByDescending(cell => _values[cell]));

    /// <summary>Hides until cells can be moved far enough in whole numbers, and all others that are hidden for it far enough.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="branches">How many linear programs to spend on each.</param>
    public void ProtectInWholeNumbers(IEnumerable<int> cells, int branches)
    {
        var open = new Queue<int>();
        foreach (var cell in cells)
        {
            if (Whole.Find(cell, 1, _task.Width, free: false, branches) is { } move)
            {
                Hide(move, open);
            }
        }

        Protect(open);
    }

    /// <summary>Shows secondary cells again where the others stay wide enough.</summary>
    public void ShowSuperfluous() => new SuperfluousCells(_task, _values, _costs, _hidden, _book).Show();

    private void Protect(IEnumerable<int> cells)
    {
        var open = new Queue<int>(cells);
        while (open.TryDequeue(out var cell))
        {
            var nearest = Nearest(cell);
            if (!_book.Widen(cell, nearest) && !Pay(cell, nearest, open) && nearest != Whole && !_book.Widen(cell, Whole))
            {
                Pay(cell, Whole, open);
            }
        }
    }

    private MoveFinder Nearest(int cell)
    {
        if (_task.Blocks is not { } blocks || blocks[cell] < 0)
        {
            return Whole;
        }

        if (!_blocks.TryGetValue(blocks[cell], out var finder))
        {
            _blocks.Add(blocks[cell], finder = new MoveFinder(_task, _values, _costs, _hidden, other => blocks[other] == blocks[cell]));
        }

        return finder;
    }

    // By the cheaper way, up or down; by both where one does not carry far enough.
    private bool Pay(int cell, MoveFinder finder, Queue<int> open)
    {
        var up = finder.Find(cell, 1, _book.Needed(cell, 1), free: false);
        var enough = up is not null && _values[cell] - _task.Least < _book.Needed(cell, -1);
        var down = enough ? null : finder.Find(cell, -1, _book.Needed(cell, -1), free: false);
        foreach (var move in new[] { up, down }.OfType<Move>().OrderBy(move => Price(cell, move)).TakeWhile(_ => !_book.IsWide(cell)))
        {
            Hide(move, open);
        }

        return _book.IsWide(cell);
    }

    private void Hide(Move move, Queue<int> open)
    {
        foreach (var cell in move.Cells.Where(cell => !_hidden[cell]))
        {
            _hidden[cell] = true;
            _book.Show(cell, false);
            open.Enqueue(cell);
        }

        _book.Add(move);
    }

    // What a move falls short of costs more than anything.
    private double Price(int cell, Move move)
    {
        var at = Array.IndexOf(move.Cells, cell);
        var width = Math.Max(_book.Up(cell), move.Up(at)) + Math.Max(_book.Down(cell), move.Down(at));
        return move.Cells.Where(other => !_hidden[other]).Sum(other => _costs[other]) + (width < _task.Width - Rounding ? FallingShort : 0);
    }
}
