using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;

namespace Kpr.Functions.Applications;

/// <summary>What a work list shows of a case.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Kind">What is applied for.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Title">Title of the project, shortened; null when there is none yet.</param>
/// <param name="Due">The first day that matters to the reader of this list; null when none runs.</param>
/// <param name="Clock">The clock it is the last day of.</param>
/// <param name="YourTurn">Whether the case waits for the reader of this list.</param>
/// <param name="Task">What is to be done, in bokmål; null when it is not their turn.</param>
/// <param name="TaskEnglish">The same in English.</param>
public sealed record WorkListEntry(
    string Case, ApplicationKind Kind, Phase Phase, string? Title, DateOnly? Due, string? Clock, bool YourTurn, string? Task, string? TaskEnglish)
{
    /// <summary>Working days from complete to available; null until data were there, and in all lists but the auditor's.</summary>
    public int? Waited { get; init; }

    /// <summary>Codes of the registers, separated by commas; in the auditor's list only.</summary>
    public string? Sources { get; init; }

    /// <summary>Whether registers are linked; in the auditor's list only.</summary>
    public bool Linked { get; init; }
}
