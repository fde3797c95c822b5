namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>What a flow needs to know of a part.</summary>
/// <param name="Instance">Id of its flow.</param>
/// <param name="Flow">Name of its flow.</param>
/// <param name="Part">Id of the order; null for others.</param>
/// <param name="Mark">How it stands; another mark is another standing.</param>
/// <param name="Over">Whether nothing more happens to it.</param>
/// <param name="NextDue">When the case's clocks next have something to do, where this part keeps time for it (UTC).</param>
public sealed record PartLook(string Instance, string Flow, string? Part, string Mark, bool Over, DateTime? NextDue = null);
