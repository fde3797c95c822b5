using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Records time spent on the case (R37, R39). Time on an appeal is free (R29).</summary>
/// <param name="Minutes">1 to 1,440.</param>
/// <param name="What">On what: the evidence for the bill.</param>
/// <param name="On">The day.</param>
[Command("record-handling", "Før tid", "Record time")]
[By(Role.Handler, Relation.Assigned)]
public sealed record RecordHandling(int Minutes, string What, DateOnly On) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        Minutes is < 1 or > 1440 || string.IsNullOrWhiteSpace(What) ? Refusals.AmountMissing.For("minutes", "what")
        : On > now.Today ? Refusals.DateInFuture.For("on")
        : [new HandlingRecorded(Minutes, What, On, Free: state.Appeal is { IsOpen: true })];
}
