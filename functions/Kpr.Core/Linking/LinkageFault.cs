namespace Kpr.Core.Linking;

/// <summary>Why something of a linkage is held. Never tells a serial number, a key or any other value.</summary>
/// <param name="Number">Number of the reason, which never changes: L01 and on.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Table">Name of the table; null when all of the source is held.</param>
/// <param name="Message">For the user, in Norwegian.</param>
/// <param name="Count">How many rows or places; 0 where that is not the question.</param>
public sealed record LinkageFault(string Number, string Source, string? Table, string Message, long Count = 0);
