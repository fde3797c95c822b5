using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Auditing;

/// <summary>
/// What the published numbers leave open: equations with the known cells taken out, cells that simple subtraction gives away
/// taken out as well, bounds that follow from the equations one by one, and what is left cut into parts that have nothing to
/// do with each other.
/// </summary>
internal sealed class Unknowns
{
    private const int MostRounds = 200;

    private readonly CellSystem _system;
    private readonly long?[] _known;
    private readonly List<Equation> _equations = [];
    private readonly List<Equation>[] _equationsOf;

    public Unknowns(CellSystem system, IReadOnlyList<long?> published, long least)
    {
        _system = system;
        _known = [.. published];
        Lower = new long[system.Count];
        Upper = new long[system.Count];
        Cap = CapOf(published);
        _equationsOf = new List<Equation>[system.Count];
        for (var cell = 0; cell < system.Count; cell++)
        {
            _equationsOf[cell] = [];
            (Lower[cell], Upper[cell]) = published[cell] is { } value ? (value, value) : (least, Cap);
        }

        foreach (var sum in system.Sums)
        {
            Add(sum);
        }

        Tighten();
        TakeOut();
    }

    /// <summary>Above this no cell is taken to be: ten times the largest published count, and at least a thousand.</summary>
    public long Cap { get; }

    /// <summary>Whether the published numbers contradict each other.</summary>
    public bool Contradiction { get; private set; }

    /// <summary>Least value of each cell by the equations one by one.</summary>
    public long[] Lower { get; }

    /// <summary>Largest value of each cell by the equations one by one.</summary>
    public long[] Upper { get; }

    /// <summary>The parts: the cells still unknown in each, with the equations that bind them.</summary>
    public IEnumerable<(int[] Cells, Equation[] Equations)> Parts()
    {
        var part = new int[_system.Count];
        var open = new Stack<int>();
        for (var seed = 0; seed < part.Length; seed++)
        {
            if (part[seed] != 0 || _known[seed] is not null)
            {
                continue;
            }

            var cells = new List<int>();
            var equations = new HashSet<Equation>(ReferenceEqualityComparer.Instance);
            part[seed] = 1;
            open.Push(seed);
            while (open.TryPop(out var cell))
            {
                cells.Add(cell);
                foreach (var equation in _equationsOf[cell].Where(equations.Add))
                {
                    foreach (var (other, _) in equation.Terms)
                    {
                        if (part[other] == 0)
                        {
                            part[other] = 1;
                            open.Push(other);
                        }
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
        var equation = new Equation([]);
        Term(sum.Total, 1);
        foreach (var part in sum.Parts)
        {
            Term(part, -1);
        }

        if (equation.Terms.Count == 0)
        {
            Contradiction |= equation.Right != 0;
            return;
        }

        _equations.Add(equation);
        foreach (var (cell, _) in equation.Terms)
        {
            _equationsOf[cell].Add(equation);
        }

        void Term(int cell, int sign)
        {
            if (_known[cell] is { } value)
            {
                equation.Right -= sign * value;
            }
            else
            {
                equation.Terms.Add((cell, sign));
            }
        }
    }

    // Bounds by one equation at a time, until nothing changes.
    private void Tighten()
    {
        var changed = true;
        for (var round = 0; changed && round < MostRounds && !Contradiction; round++)
        {
            changed = false;
            foreach (var equation in _equations)
            {
                var (low, high) = (0L, 0L);
                foreach (var (cell, sign) in equation.Terms)
                {
                    low += sign > 0 ? Lower[cell] : -Upper[cell];
                    high += sign > 0 ? Upper[cell] : -Lower[cell];
                }

                foreach (var (cell, sign) in equation.Terms)
                {
                    // Of the equation without this term.
                    var (least, most) = sign > 0 ? (low - Lower[cell], high - Upper[cell]) : (low + Upper[cell], high + Lower[cell]);
                    var (from, to) = sign > 0 ? (equation.Right - most, equation.Right - least) : (least - equation.Right, most - equation.Right);
                    if (from > Lower[cell] || to < Upper[cell])
                    {
                        low -= sign > 0 ? Lower[cell] : -Upper[cell];
                        high -= sign > 0 ? Upper[cell] : -Lower[cell];
                        (Lower[cell], Upper[cell]) = (Math.Max(from, Lower[cell]), Math.Min(to, Upper[cell]));
                        low += sign > 0 ? Lower[cell] : -Upper[cell];
                        high += sign > 0 ? Upper[cell] : -Lower[cell];
                        Contradiction |= Lower[cell] > Upper[cell];
                        changed = true;
                    }
                }
            }
        }
    }

    private void TakeOut()
    {
        foreach (var equation in _equations)
        {
            for (var at = equation.Terms.Count - 1; at >= 0; at--)
            {
                var (cell, sign) = equation.Terms[at];
                if (Lower[cell] == Upper[cell])
                {
                    equation.Right -= sign * Lower[cell];
                    equation.Terms.RemoveAt(at);
                }
            }

            Contradiction |= equation.Terms.Count == 0 && equation.Right != 0;
        }

        for (var cell = 0; cell < _known.Length; cell++)
        {
            _known[cell] ??= Lower[cell] == Upper[cell] ? Lower[cell] : null;
        }
    }
}
