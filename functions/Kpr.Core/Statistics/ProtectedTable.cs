using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics;

/// <summary>A table as it may be published, with its audit.</summary>
/// <param name="Layout">The table's cells.</param>
/// <param name="Published">What is published of each cell of the system; null is hidden.</param>
/// <param name="Primary">Which cells of the system tell too much themselves.</param>
/// <param name="Audit">What anybody can compute about the hidden ones.</param>
public sealed record ProtectedTable(
    TableLayout Layout, IReadOnlyList<long?> Published, IReadOnlyList<bool> Primary, AuditResult Audit);
