namespace Kpr.Local.Playing;

/// <summary>An event of a play, for machines.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Case">Name of the case within the play.</param>
/// <param name="Sequence">Its place in the case.</param>
/// <param name="Event">Its name.</param>
/// <param name="By">Who caused it.</param>
/// <param name="Phase">Where the case stands after it.</param>
/// <param name="Due">The deadlines that run after it.</param>
internal sealed record PlayLine(DateTime At, string Case, long Sequence, string Event, PlayParty By, string Phase, IReadOnlyList<PlayDue> Due);
