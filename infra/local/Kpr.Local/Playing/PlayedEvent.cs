using Kpr.Core.Cases;

namespace Kpr.Local.Playing;

/// <summary>An event of a play.</summary>
/// <param name="Case">Name of the case within the play.</param>
/// <param name="Recorded">The event.</param>
/// <param name="After">The case after it.</param>
internal sealed record PlayedEvent(string Case, Recorded<CaseEvent> Recorded, CaseState After);
