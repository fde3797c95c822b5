using Kpr.Core.Calendar;

namespace Kpr.Core.Cases.Clocks;

/// <summary>A row of a clock's ledger. Rows are only added.</summary>
/// <param name="Act">What it does.</param>
/// <param name="On">The Norwegian day on which it does.</param>
/// <param name="Reason">Why; a sentence in bokmål.</param>
/// <param name="By">Subject of who did it.</param>
/// <param name="Term">The length, of a start or an extension by length.</param>
/// <param name="Until">The date, of a start, extension or promise by date.</param>
/// <param name="Calendar">The calendar's key, of a start, restart or recomputation.</param>
public sealed record ClockRow(
    ClockAct Act, DateOnly On, string Reason, string By, Term? Term = null, DateOnly? Until = null, string? Calendar = null);
