namespace Kpr.Core.Invoices.Documents;

/// <summary>Another document.</summary>
/// <param name="Number">Its number as it stands on it.</param>
/// <param name="IssuedOn">Its day.</param>
public sealed record DocumentReference(string Number, DateOnly IssuedOn);
