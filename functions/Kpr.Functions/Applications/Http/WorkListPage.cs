namespace Kpr.Functions.Applications.Http;

/// <summary>A page of a work list.</summary>
/// <param name="Cases">The cases, overdue first.</param>
/// <param name="Next">Address of the next page; null at the end.</param>
public sealed record WorkListPage(IReadOnlyList<WorkListPage.Item> Cases, string? Next)
{
    /// <summary>A case in the list.</summary>
    /// <param name="Entry">What the list shows.</param>
    /// <param name="Overdue">Whether its day is past.</param>
    /// <param name="Address">Where the case is.</param>
    public sealed record Item(WorkListEntry Entry, bool Overdue, string Address);
}
