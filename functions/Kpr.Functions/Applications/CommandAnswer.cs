using Kpr.Core.Cases;

namespace Kpr.Functions.Applications;

/// <summary>What became of a command.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="State">The case: after the command when it was carried out, as it is now otherwise.</param>
/// <param name="Events">The events of the command.</param>
/// <param name="Refusal">Why it was refused; null otherwise.</param>
public sealed record CommandAnswer(CommandOutcome Outcome, CaseState State, IReadOnlyList<Recorded<CaseEvent>> Events, Refusal? Refusal = null)
{
    /// <summary>Whether something that follows from the command is still under way.</summary>
    public bool Pending { get; init; }

    /// <summary>Whether what was asked for is so.</summary>
    public bool IsDone => Outcome is CommandOutcome.Done or CommandOutcome.Nothing or CommandOutcome.Repeated;
}
