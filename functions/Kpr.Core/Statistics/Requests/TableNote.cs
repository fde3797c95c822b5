namespace Kpr.Core.Statistics.Requests;

/// <summary>A note to a table.</summary>
/// <param name="Norwegian">In Norwegian.</param>
/// <param name="English">In English.</param>
public sealed record TableNote(string Norwegian, string English);
