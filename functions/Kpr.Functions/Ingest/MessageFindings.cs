using Kpr.Core.Rules;

namespace Kpr.Functions.Ingest;

/// <summary>The findings about a message, or about the file.</summary>
/// <param name="Message">0-based message; null for the file.</param>
/// <param name="Findings">The findings.</param>
public sealed record MessageFindings(int? Message, IReadOnlyList<Finding> Findings);
