namespace Kpr.Core.Extracts.Orders;

/// <summary>Controls: persons outside the population who are like a person in it.</summary>
/// <param name="PerPerson">How many for each, 1–10.</param>
/// <param name="By">Names of variables of the dataset that must agree: sex, year of birth, municipality.</param>
/// <param name="Dataset">The dataset that controls are found in.</param>
public sealed record ControlMatching(int PerPerson, IReadOnlyList<string> By, string Dataset);
