using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases;

/// <summary>What stands beside an event: its place, its moment, and who caused it.</summary>
/// <param name="Sequence">1-based place in the stream, without gaps.</param>
/// <param name="At">When it was decided (UTC).</param>
/// <param name="By">Who gave the command.</param>
public readonly record struct EventHead(long Sequence, DateTimeOffset At, Actor By);
