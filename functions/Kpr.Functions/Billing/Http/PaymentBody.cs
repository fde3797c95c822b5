namespace Kpr.Functions.Billing.Http;

/// <summary>Money that came or went.</summary>
/// <param name="AmountOre">Amount in whole øre.</param>
/// <param name="On">The day.</param>
/// <param name="Reference">The bank's reference: the same one counts once.</param>
public sealed record PaymentBody(long AmountOre, DateOnly On, string Reference);
