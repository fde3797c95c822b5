namespace Kpr.Core.Pricing;

/// <summary>What an hour costs.</summary>
/// <param name="Grade">Grade of the one who works; empty where a list has one rate for all.</param>
/// <param name="Price">Price of an hour without VAT.</param>
public sealed record HourlyRate(string Grade, Money Price);
