namespace Kpr.Core.Statistics.Orders;

/// <summary>A table of quotients: each cell of one table of the request divided by the cell of another one that it falls in.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Kind">What is reckoned.</param>
/// <param name="Of">Place in the request of the table that is divided; 0 is the first.</param>
/// <param name="Per">Place of the table that it is divided by: of the same dataset and period, by the same variables or some of them.</param>
public sealed record OrderedQuotient(string Title, QuotientKind Kind, int Of, int Per);
