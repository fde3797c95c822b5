namespace Kpr.Core.Pricing;

/// <summary>Time somebody worked: the evidence behind an hour on an invoice (R37).</summary>
/// <param name="Id">Where it stands, for example <c>2026-0001/17</c> (case and place of the event).</param>
/// <param name="On">The day of the work.</param>
/// <param name="Minutes">1 to 1,440.</param>
/// <param name="Grade">Grade of the one who worked, for lists that price by grade.</param>
public sealed record WorkEntry(string Id, DateOnly On, int Minutes, string? Grade = null)
{
    /// <summary>Minutes of a day: no entry has more.</summary>
    public const int MostMinutes = 1_440;
}
