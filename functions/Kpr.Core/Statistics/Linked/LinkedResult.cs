using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Linked;

/// <summary>The tables of a request, protected as one system.</summary>
/// <param name="System">The cells of all tables, each once, and the differences between tables of which one is a part of the other.</param>
/// <param name="Published">What is published of each cell; null is hidden.</param>
/// <param name="Least">The least value that anybody takes a hidden cell to have.</param>
/// <param name="Width">How wide the interval of each hidden cell must be.</param>
/// <param name="Audit">What anybody who has all tables can compute about the hidden cells.</param>
/// <param name="Tables">
/// Each table with its part of the audit: intervals that follow from all tables together, whose witnesses are told by their values alone, since
/// they are tables of the whole system.
/// </param>
public sealed record LinkedResult(
    CellSystem System, IReadOnlyList<long?> Published, long Least, long Width, AuditResult Audit, IReadOnlyList<ProtectedTable> Tables);
