namespace Kpr.Core.Persons;

/// <summary>What is known of a number.</summary>
/// <param name="IsInPopulation">Whether it is in the population register.</param>
/// <param name="IsReplaced">Whether it is no longer in use: another number has come in its place, or the register has made it inactive.</param>
/// <param name="DiedOn">Day of death; null for the living, and where it is not known.</param>
public readonly record struct KnownPerson(bool IsInPopulation, bool IsReplaced, DateOnly? DiedOn);
