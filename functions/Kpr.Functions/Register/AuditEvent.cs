namespace Kpr.Functions.Register;

/// <summary>Something that must be known afterwards. Ids and fixed texts only.</summary>
/// <param name="On">When the thing began; chooses the day's log.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Object">To what: an id.</param>
/// <param name="Party">Whom it concerns: a municipality or organisation number.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record AuditEvent(DateTimeOffset On, string Actor, string Action, string Object, string Party, string Outcome);
