namespace Kpr.Core.Statistics.Auditing;

/// <summary>A margin equation with what is known taken out: Σ factor·cell = right side. Each cell is in it once.</summary>
internal sealed class Equation
{
    /// <summary>The cells, and how often each counts.</summary>
    public List<(int Cell, int Factor)> Terms { get; } = [];

    /// <summary>The right side.</summary>
    public long Right { get; private set; }

    /// <summary>Whether a cell is in it.</summary>
    public bool Has(int cell) => Terms.Exists(term => term.Cell == cell);

    /// <summary>Takes out what has a known value.</summary>
    public void TakeOut(int factor, long value) => Right -= factor * value;

    /// <summary>Takes out the cells with one value left.</summary>
    public void TakeOutKnown(long[] lower, long[] upper) => Terms.RemoveAll(term =>
    {
        var known = lower[term.Cell] == upper[term.Cell];
        TakeOut(term.Factor, known ? lower[term.Cell] : 0);
        return known;
    });

    /// <summary>Puts another cell in place of one.</summary>
    public void Replace(int cell, TiedCell by)
    {
        var factor = Remove(cell);
        TakeOut(factor, by.Offset);
        factor = (factor * by.Sign) + Remove(by.Cell);
        if (factor != 0)
        {
            Terms.Add((by.Cell, factor));
        }
    }

    /// <summary>Narrows bounds as far as they follow from this equation alone.</summary>
    /// <returns>Whether a bound has changed.</returns>
    public bool Tighten(long[] lower, long[] upper)
    {
        var (low, high, changed) = (0L, 0L, false);
        foreach (var term in Terms)
        {
            var (least, most) = Range(term);
            (low, high) = (low + least, high + most);
        }

        foreach (var term in Terms)
        {
            var (cell, factor) = term;
            var (least, most) = Range(term);

            // The others leave this much for the term.
            var (from, to) = ((double)(Right - high + most) / factor, (double)(Right - low + least) / factor);
            var (first, last) = ((long)Math.Ceiling(Math.Min(from, to)), (long)Math.Floor(Math.Max(from, to)));
            if (first > lower[cell] || last < upper[cell])
            {
                (lower[cell], upper[cell]) = (Math.Max(first, lower[cell]), Math.Min(last, upper[cell]));
                var (newLeast, newMost) = Range(term);
                (low, high, changed) = (low - least + newLeast, high - most + newMost, true);
            }
        }

        return changed;

        (long Least, long Most) Range((int Cell, int Factor) term) => term.Factor > 0
            ? (term.Factor * lower[term.Cell], term.Factor * upper[term.Cell])
            : (term.Factor * upper[term.Cell], term.Factor * lower[term.Cell]);
    }

    private int Remove(int cell)
    {
        var at = Terms.FindIndex(term => term.Cell == cell);
        var factor = at < 0 ? 0 : Terms[at].Factor;
        if (at >= 0)
        {
            Terms.RemoveAt(at);
        }

        return factor;
    }
}
