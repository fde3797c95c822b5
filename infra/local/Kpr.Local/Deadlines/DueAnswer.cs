namespace Kpr.Local.Deadlines;

/// <summary>What <c>kpr due</c> answers.</summary>
/// <param name="From">The day the term runs from.</param>
/// <param name="Rule">The term, for example "30 working days".</param>
/// <param name="Calendar">By which it is counted.</param>
/// <param name="Due">The last day.</param>
/// <param name="Alternative">The same by the other calendar.</param>
/// <param name="Reasons">The days that did not count.</param>
internal sealed record DueAnswer(
    DateOnly From, string Rule, string Calendar, DateOnly Due, DueAlternative Alternative, IReadOnlyList<DueReason> Reasons);
