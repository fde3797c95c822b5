namespace Kpr.Core.Extracts.Orders;

/// <summary>Why an extract cannot be made, or may not.</summary>
/// <param name="Message">For the user, in Norwegian.</param>
public sealed record ExtractFault(string Message);
