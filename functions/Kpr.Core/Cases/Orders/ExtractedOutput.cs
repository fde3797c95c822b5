namespace Kpr.Core.Cases.Orders;

/// <summary>What was extracted: never the data, only what proves the guards of release.</summary>
/// <param name="Reference">Where the output lies.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="DecisionVersion">The decision it was made by.</param>
/// <param name="ReservationsAsOf">The day whose reservations (reservasjoner) were applied; null when none were.</param>
/// <param name="Checked">Whether the output was checked.</param>
/// <param name="MadeBy">Subject of who ordered it, or told that it was made; null where that was not noted.</param>
/// <param name="CheckedBy">Subject of who checked it; null while nobody has, or where that was not noted.</param>
public sealed record ExtractedOutput(
    string Reference, long Rows, int DecisionVersion, DateOnly? ReservationsAsOf, bool Checked = false, string? MadeBy = null, string? CheckedBy = null);
