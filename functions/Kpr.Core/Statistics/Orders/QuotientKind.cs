namespace Kpr.Core.Statistics.Orders;

/// <summary>What is reckoned of two tables of a request.</summary>
public enum QuotientKind
{
    /// <summary>A rate: persons or contacts for each 1,000 persons of the other table.</summary>
    Rate,

    /// <summary>A mean: a sum, or contacts, for each person or contact of the other table.</summary>
    Mean,
}
