using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Expected;

/// <summary>A finding that follows from what was planted.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Severity">What it costs.</param>
/// <param name="Ordinal">1-based record; null for the file.</param>
/// <param name="RecordId">The record's GUID; null for the file, and where the record has none.</param>
internal readonly record struct ExpectedFinding(string Rule, Severity Severity, long? Ordinal, string? RecordId);
