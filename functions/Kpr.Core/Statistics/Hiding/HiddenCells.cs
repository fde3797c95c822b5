namespace Kpr.Core.Statistics.Hiding;

/// <summary>Which cells are hidden at the moment.</summary>
/// <param name="count">Number of cells.</param>
internal sealed class HiddenCells(int count)
{
    private readonly bool[] _hidden = new bool[count];

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Hides or shows a cell.</summary>
    public bool this[int cell]
    {
        get => _hidden[cell];
        set
        {
            _hidden[cell] = value;
            Version++;
        }
    }

    /// <summary>The hidden ones, in rising order.</summary>
    public int[] All() => [.. Enumerable.Range(0, count).Where(cell => _hidden[cell])];
}
