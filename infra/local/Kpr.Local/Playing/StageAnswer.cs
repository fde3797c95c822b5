using Kpr.Core.Cases;

namespace Kpr.Local.Playing;

/// <summary>What a step led to.</summary>
/// <param name="Phase">Where the case stands now.</param>
/// <param name="Refusal">Why the command was refused; null when it was not.</param>
/// <param name="Events">What happened, in order.</param>
internal sealed record StageAnswer(Phase Phase, StageRefusal? Refusal, IReadOnlyList<PlayedEvent> Events);
