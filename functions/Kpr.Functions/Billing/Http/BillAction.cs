namespace Kpr.Functions.Billing.Http;

/// <summary>Something that finance does with a bill, as an address.</summary>
/// <param name="Name">Last part of the address.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Body">The record that is sent with it; null for none.</param>
public sealed record BillAction(string Name, string Summary, Type? Body);
