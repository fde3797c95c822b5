namespace Kpr.Core.Cases.Content;

/// <summary>How the data are kept.</summary>
/// <param name="Measures">Technical and organisational measures.</param>
/// <param name="StoragePlace">Where they are stored and analysed, for example an analysis room.</param>
/// <param name="ClosedInfrastructure">Whether that is a closed secure analysis infrastructure: the default of forskrift 2023-01-11-48 § 4.</param>
/// <param name="OtherDeliveryReason">Why delivery elsewhere is necessary.</param>
/// <param name="TransferCountries">Countries outside Norway that data go to, ISO 3166.</param>
public sealed record SecuritySection(
    string? Measures = null, string? StoragePlace = null, bool ClosedInfrastructure = true, string? OtherDeliveryReason = null,
    IReadOnlyList<string>? TransferCountries = null);
