using Kpr.Core.Calendar;

namespace Kpr.Core.Cases.Clocks;

/// <summary>What a clock of a kind is.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Term">Its usual length; null where a date is set.</param>
/// <param name="Norwegian">What must happen within it, in bokmål.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">Law, regulation or own choice.</param>
public sealed record ClockRule(ClockKind Kind, Term? Term, string Norwegian, string English, string Source);
