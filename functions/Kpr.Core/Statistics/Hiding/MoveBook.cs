namespace Kpr.Core.Statistics.Hiding;

/// <summary>The moves known so far, and how far they carry each hidden cell.</summary>
/// <param name="cells">Number of cells.</param>
/// <param name="width">How far a cell must be carried in all, up and down.</param>
internal sealed class MoveBook(int cells, long width)
{
    private const double Rounding = 1e-6;

    private readonly List<(Move Move, int At)>?[] _moves = new List<(Move, int)>?[cells];
    private readonly double[] _up = new double[cells];
    private readonly double[] _down = new double[cells];
    private readonly Move?[] _upBy = new Move?[cells];
    private readonly Move?[] _downBy = new Move?[cells];
    private readonly bool[] _stale = new bool[cells];

    /// <summary>How far a cell can go up.</summary>
    public double Up(int cell)
    {
        Refresh(cell);
        return _up[cell];
    }

    /// <summary>How far a cell can go down.</summary>
    public double Down(int cell)
    {
        Refresh(cell);
        return _down[cell];
    }

    /// <summary>Whether known moves carry a cell far enough.</summary>
    public bool IsWide(int cell) => Up(cell) + Down(cell) >= width - Rounding;

    /// <summary>How far a cell must be carried up or down, as far as it goes the other way already.</summary>
    public double Needed(int cell, int sign) => width - (sign > 0 ? Down(cell) : Up(cell));

    /// <summary>Looks for moves of hidden cells alone that carry a cell far enough, where none are known.</summary>
    /// <returns>Whether it is carried far enough now.</returns>
    public bool Widen(int cell, MoveFinder finder)
    {
        foreach (var sign in (int[])[1, -1])
        {
            if (!IsWide(cell) && finder.Find(cell, sign, Needed(cell, sign), free: true) is { } move)
            {
                Add(move);
            }
        }

        return IsWide(cell);
    }

    /// <summary>Takes a move of hidden cells.</summary>
    public void Add(Move move)
    {
        for (var at = 0; at < move.Cells.Length; at++)
        {
            (_moves[move.Cells[at]] ??= []).Add((move, at));
            Take(move, at);
        }
    }

    /// <summary>Takes note that a cell is shown now, or hidden again: the moves that need it are of no use until then.</summary>
    public void Show(int cell, bool shown)
    {
        foreach (var (move, _) in _moves[cell] ?? [])
        {
            move.Shown += shown ? 1 : -1;
            if (move.Shown == 0)
            {
                foreach (var other in move.Cells)
                {
                    _stale[other] = true;
                }
            }
        }
    }

    /// <summary>Of the moves that carry a cell and cannot be made, the one that needs the fewest shown cells; null when there is none.</summary>
    public Move? NearlyHidden(int cell) => _moves[cell]?.Select(place => place.Move).Where(move => move.Shown > 0).MinBy(move => move.Shown);

    private void Refresh(int cell)
    {
        if (_stale[cell] || _upBy[cell] is { Shown: > 0 } || _downBy[cell] is { Shown: > 0 })
        {
            (_stale[cell], _up[cell], _down[cell], _upBy[cell], _downBy[cell]) = (false, 0, 0, null, null);
            foreach (var (move, at) in _moves[cell]!)
            {
                if (move.Shown == 0)
                {
                    Take(move, at);
                }
            }
        }
    }

    private void Take(Move move, int at)
    {
        var cell = move.Cells[at];
        if (move.Up(at) > _up[cell])
        {
            (_up[cell], _upBy[cell]) = (move.Up(at), move);
        }

        if (move.Down(at) > _down[cell])
        {
            (_down[cell], _downBy[cell]) = (move.Down(at), move);
        }
    }
}
