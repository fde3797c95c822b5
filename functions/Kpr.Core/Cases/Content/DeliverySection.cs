namespace Kpr.Core.Cases.Content;

/// <summary>How data are wanted.</summary>
/// <param name="Format">File format.</param>
/// <param name="DesiredOn">When they are wanted.</param>
/// <param name="Remarks">Free remarks.</param>
public sealed record DeliverySection(string? Format = null, DateOnly? DesiredOn = null, string? Remarks = null);
