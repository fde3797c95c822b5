namespace Kpr.Core.Calendar;

/// <summary>A public holiday (helligdag, or 1 or 17 May).</summary>
/// <param name="Day">The day.</param>
/// <param name="Norwegian">Its name in bokmål; both names where two holidays fall on one day.</param>
/// <param name="English">Its name in English.</param>
public sealed record Holiday(DateOnly Day, string Norwegian, string English);
