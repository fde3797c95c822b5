using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Auditing;

/// <summary>
/// What the published numbers leave open: equations with the known cells taken out, cells that simple subtraction gives away
/// taken out as well, one cell for two that an equation ties to each other, bounds that follow from the equations one by one,
/// and what is left cut into parts that have nothing to do with each other.
/// </summary>
internal sealed class Unknowns
{
    private const int MostRounds = 200;

    private readonly HashSet<Equation> _equations = [];
    private readonly List<Equation>[] _equationsOf;
    private readonly List<TiedCell>[] _tied;

    public Unknowns(CellSystem system, IReadOnlyList<long?> published, long least)
    {
        (Lower, Upper) = (new long[system.Count], new long[system.Count]);
        var cap = CapOf(published);
        _equationsOf = new List<Equation>[system.Count];
        _tied = new List<TiedCell>[system.Count];
        for (var cell = 0; cell < system.Count; cell++)
        {
            (_equationsOf[cell], _tied[cell]) = ([], [new TiedCell(cell, 1, 0)]);
            (Lower[cell], Upper[cell]) = published[cell] is { } value ? (value, value) : (least, cap);
        }

        foreach (var sum in system.Sums)
        {
            Add(sum);
        }

        do
        {
            Tighten();
            TakeOut();
        }
        while (!Contradiction && Tie());

        Spread();
    }

    /// <summary>Whether the published numbers contradict each other.</summary>
    public bool Contradiction { get; private set; }

    /// <summary>Least value of each cell by the equations one by one.</summary>
    public long[] Lower { get; }

    /// <summary>Largest value of each cell by the equations one by one.</summary>
    public long[] Upper { get; }

    /// <summary>The cells that are fixed with a cell of <see cref="Parts"/>, itself the first of them.</summary>
    public IReadOnlyList<TiedCell> Tied(int cell) => _tied[cell];

    /// <summary>The parts: the cells still unknown in each, one for all that are tied, with the equations that bind them.</summary>
    public IEnumerable<(int[] Cells, Equation[] Equations)> Parts()
    {
        var seen = new bool[_tied.Length];
        var open = new Stack<int>();
        for (var seed = 0; seed < seen.Length; seed++)
        {
            if (seen[seed] || Lower[seed] == Upper[seed] || _tied[seed].Count == 0)
            {
                continue;
            }

            var cells = new List<int>();
            var equations = new HashSet<Equation>();
            seen[seed] = true;
            open.Push(seed);
            while (open.TryPop(out var cell))
            {
                cells.Add(cell);
                foreach (var (other, _) in EquationsOf(cell).Where(equations.Add).SelectMany(equation => equation.Terms))
                {
                    if (!seen[other])
                    {
                        seen[other] = true;
                        open.Push(other);
                    }
                }
            }

            yield return ([.. cells.Order()], [.. equations]);
        }
    }

    // A count of the whole population, ten times over: more would say that nothing but the population is known.
    private static long CapOf(IReadOnlyList<long?> published)
    {
        var most = published.Max() ?? 0;
        return Math.Max(1000, 10 * most);
    }

    private void Add(CellSum sum)
    {
        var equation = new Equation();
        foreach (var (cell, sign) in sum.Parts.Select(part => (part, -1)).Prepend((sum.Total, 1)))
        {
            if (Lower[cell] == Upper[cell])
            {
                equation.TakeOut(sign, Lower[cell]);
            }
            else
            {
                equation.Terms.Add((cell, sign));
                _equationsOf[cell].Add(equation);
            }
        }

        _equations.Add(equation);
    }

    // Bounds by one equation at a time, until nothing changes.
    private void Tighten()
    {
        var changed = true;
        for (var round = 0; changed && round < MostRounds; round++)
        {
            changed = false;
            foreach (var equation in _equations)
            {
                changed |= equation.Tighten(Lower, Upper);
                if (equation.Terms.Exists(term => Lower[term.Cell] > Upper[term.Cell]))
                {
                    Contradiction = true;
                    return;
                }
            }
        }
    }

    private void TakeOut()
    {
        foreach (var equation in _equations)
        {
            equation.TakeOutKnown(Lower, Upper);
            Contradiction |= equation.Terms.Count == 0 && equation.Right != 0;
        }

        _equations.RemoveWhere(equation => equation.Terms.Count == 0);
    }

    // An equation of two cells says what one is by the other, wherever it stands.
    private bool Tie()
    {
        var ties = false;
        foreach (var equation in _equations.ToArray())
        {
            if (equation.Terms is [var (kept, factor), var (gone, sign)] && Math.Abs(factor) == 1 && Math.Abs(sign) == 1)
            {
                equation.Tighten(Lower, Upper);
                _equations.Remove(equation);
                Tie(kept, new TiedCell(gone, -sign * factor, sign * equation.Right));
                ties = true;
            }
        }

        return ties;
    }

    private void Tie(int kept, TiedCell gone)
    {
        foreach (var equation in EquationsOf(gone.Cell))
        {
            var had = equation.Has(kept);
            equation.Replace(gone.Cell, gone with { Cell = kept });
            if (!had)
            {
                _equationsOf[kept].Add(equation);
            }
            else if (!equation.Has(kept))
            {
                _equationsOf[kept].Remove(equation);
            }
        }

        _tied[kept].AddRange(_tied[gone.Cell].Select(tied => new TiedCell(tied.Cell, tied.Sign * gone.Sign, tied.Value(gone.Offset))));
        _tied[gone.Cell] = [];
    }

    // Those that say something still.
    private IEnumerable<Equation> EquationsOf(int cell) => _equationsOf[cell].Where(_equations.Contains);

    // The bounds of a cell are those of the one that it is tied to.
    private void Spread()
    {
        for (var cell = 0; cell < _tied.Length; cell++)
        {
            Contradiction |= Lower[cell] > Upper[cell];
            foreach (var tied in _tied[cell].Skip(1))
            {
                (Lower[tied.Cell], Upper[tied.Cell]) = tied.Values(Lower[cell], Upper[cell]);
            }
        }
    }
}
