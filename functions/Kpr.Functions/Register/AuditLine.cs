namespace Kpr.Functions.Register;

/// <summary>A line of the audit log. Each line holds the hash of the one before it.</summary>
/// <param name="Sequence">1-based position in the day's log.</param>
/// <param name="Previous">Hash of the line before; 64 zeros for the first.</param>
/// <param name="At">When the line was written (UTC).</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Object">To what.</param>
/// <param name="Party">Whom it concerns.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record AuditLine(
    long Sequence, string Previous, DateTime At, string Actor, string Action, string Object, string Party, string Outcome);
