using Kpr.Core.Statistics.Auditing;

namespace Kpr.Core.Statistics.Hiding;

/// <summary>What a method made of a table.</summary>
/// <param name="Published">What is published for each cell; null is a hidden cell.</param>
/// <param name="Audit">What anybody can compute about the hidden ones.</param>
public sealed record Protection(IReadOnlyList<long?> Published, AuditResult Audit);
