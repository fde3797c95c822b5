namespace Kpr.Functions.Billing.Http;

/// <summary>A share of a joint bill that was paid on.</summary>
/// <param name="Biller">Code of the other biller.</param>
/// <param name="On">The day.</param>
public sealed record SettleBody(string Biller, DateOnly On);
