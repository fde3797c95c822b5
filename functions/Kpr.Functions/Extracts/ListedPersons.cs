namespace Kpr.Functions.Extracts;

/// <summary>What came of an uploaded list of identity numbers, in numbers only.</summary>
/// <param name="Lines">Lines of the list.</param>
/// <param name="Found">Persons that are taken, each once.</param>
/// <param name="Repeated">Lines about somebody who stands further up.</param>
/// <param name="Invalid">Lines that are no identity number.</param>
public sealed record ListedPersons(long Lines, long Found, long Repeated, long Invalid);
