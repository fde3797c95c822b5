namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>What is kept of a delivery to compare the next one with.</summary>
/// <param name="Codebook">Its codebook.</param>
/// <param name="OpenRows">Opens the sums of a table's rows, by its name.</param>
/// <param name="OpenPersons">Opens the sums of its persons.</param>
public sealed record DeliveredContent(
    Codebook Codebook, Func<string, CancellationToken, Task<Stream>> OpenRows, Func<CancellationToken, Task<Stream>> OpenPersons);
