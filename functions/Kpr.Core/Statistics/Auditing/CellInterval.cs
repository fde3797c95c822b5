namespace Kpr.Core.Statistics.Auditing;

/// <summary>What anybody can compute about a hidden cell from everything that is published.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Lower">Its least value: linear programming over all margin equations, rounded up to a whole number.</param>
/// <param name="Upper">Its largest value, rounded down.</param>
/// <param name="Low">A table of whole numbers that agrees with everything published, where the cell is as low as one was found.</param>
/// <param name="High">Another one, where it is as high as one was found.</param>
public sealed record CellInterval(int Cell, long Lower, long Upper, Witness Low, Witness High)
{
    /// <summary>Upper − lower.</summary>
    public long Width => Upper - Lower;

    /// <summary>How far the two witness tables are apart in this cell: a width that needs no trust in any solver.</summary>
    public long WitnessWidth => High.Value - Low.Value;
}
