namespace Kpr.Core.Register;

/// <summary>
/// A delivery that may take the place of another: the monthly delivery says which one it supersedes. What counts
/// follows from all editions that are known, in whatever order they came.
/// </summary>
/// <param name="Id">Id of the delivery.</param>
/// <param name="Sender">Who sent it: nobody supersedes what another has sent.</param>
/// <param name="Supersedes">The delivery whose place it takes; null for none.</param>
/// <param name="Period">First day of the month that is delivered. A delivery takes the place of one of the same month only.</param>
/// <param name="GeneratedAt">When the sender made it (UTC): of two that count for the same place, the later one does.</param>
/// <param name="IsAccepted">Whether it was accepted, in whole or in part. A rejected one counts for nothing, but its link is known.</param>
public sealed record Edition(Guid Id, string Sender, Guid? Supersedes, DateOnly Period, DateTime GeneratedAt, bool IsAccepted);
