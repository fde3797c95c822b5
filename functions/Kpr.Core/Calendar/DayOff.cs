namespace Kpr.Core.Calendar;

/// <summary>A day that does not count as a working day, and why.</summary>
/// <param name="Date">The day.</param>
/// <param name="Norwegian">The reason in bokmål, for example "lørdag" or "2. påskedag".</param>
/// <param name="English">The reason in English.</param>
public sealed record DayOff(DateOnly Date, string Norwegian, string English);
