namespace Kpr.Core.Extracts.Orders;

/// <summary>An extract as the register's staff orders it (uttrekksbestilling), by names of the variable catalogue.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Order">Id of the register's order in it.</param>
/// <param name="Datasets">What is extracted of each dataset.</param>
/// <param name="Population">Whose data.</param>
public sealed record ExtractOrder(string Case, string Order, IReadOnlyList<ExtractedDataset> Datasets, ExtractedPopulation Population)
{
    /// <summary>What becomes of dates. Default: the form that each variable is ordered in.</summary>
    public DateTreatment Dates { get; init; }
}
