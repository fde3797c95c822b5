namespace Kpr.Core.Statistics.Hiding;

/// <summary>How far the moves known so far carry each hidden cell up and down, and which move does.</summary>
/// <param name="values">The true values.</param>
/// <param name="least">The least value of a hidden cell.</param>
internal sealed class MoveBook(long[] values, long least)
{
    private const double Far = 1e6;

    private readonly Move?[] _up = new Move?[values.Length];
    private readonly Move?[] _down = new Move?[values.Length];
    private readonly double[] _upBy = new double[values.Length];
    private readonly double[] _downBy = new double[values.Length];

    /// <summary>How far a cell can go up.</summary>
    public double Up(int cell) => _upBy[cell];

    /// <summary>How far a cell can go down.</summary>
    public double Down(int cell) => _downBy[cell];

    /// <summary>Takes a move, forwards and backwards.</summary>
    public void Add(Move any)
    {
        var move = any.Smallest();
        foreach (var sign in (int[])[1, -1])
        {
            var times = Math.Min(Far, move.Times(values, least, sign));
            for (var at = 0; times > 0 && at < move.Cells.Length; at++)
            {
                var (cell, by) = (move.Cells[at], sign * times * move.Amounts[at]);
                if (by > _upBy[cell])
                {
                    (_upBy[cell], _up[cell]) = (by, move);
                }
                else if (-by > _downBy[cell])
                {
                    (_downBy[cell], _down[cell]) = (-by, move);
                }
            }
        }
    }

    /// <summary>Forgets the moves that need a cell which is to be shown.</summary>
    /// <param name="shown">The cell.</param>
    /// <param name="hidden">The hidden cells.</param>
    /// <returns>The cells whose moves were forgotten, and how to remember everything as it was.</returns>
    public (List<int> Forgotten, Action Back) Forget(int shown, int[] hidden)
    {
        var known = hidden.Append(shown).Select(cell => (Cell: cell, Up: _up[cell], Down: _down[cell], UpBy: _upBy[cell], DownBy: _downBy[cell])).ToArray();
        var forgotten = new List<int>();
        (_up[shown], _down[shown], _upBy[shown], _downBy[shown]) = (null, null, 0, 0);
        var needs = new Dictionary<Move, bool>(ReferenceEqualityComparer.Instance);
        foreach (var cell in hidden)
        {
            var (up, down) = (Needs(_up[cell]), Needs(_down[cell]));
            if (up)
            {
                (_up[cell], _upBy[cell]) = (null, 0);
            }

            if (down)
            {
                (_down[cell], _downBy[cell]) = (null, 0);
            }

            if (up || down)
            {
                forgotten.Add(cell);
            }
        }

        return (forgotten, Back);

        bool Needs(Move? move)
        {
            if (move is null)
            {
                return false;
            }

            if (!needs.TryGetValue(move, out var does))
            {
                needs.Add(move, does = Array.IndexOf(move.Cells, shown) >= 0);
            }

            return does;
        }

        void Back()
        {
            foreach (var was in known)
            {
                (_up[was.Cell], _down[was.Cell], _upBy[was.Cell], _downBy[was.Cell]) = (was.Up, was.Down, was.UpBy, was.DownBy);
            }
        }
    }
}
