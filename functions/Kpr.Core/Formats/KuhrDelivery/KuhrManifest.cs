namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>The manifest of a monthly delivery: which files it has and what they hold in all.</summary>
/// <param name="DeliveryId">Id of the delivery.</param>
/// <param name="PeriodFrom">First day of the month that is delivered.</param>
/// <param name="PeriodTo">Last day of the month.</param>
/// <param name="GeneratedAt">When the delivery was made.</param>
/// <param name="Sender">Organisation number of the sender.</param>
/// <param name="Files">The files, one of each kind, in the order of <see cref="KuhrFileKind"/>.</param>
/// <param name="SumRefundOre">Sum of refusjonOre over all claims, in øre; credits count negative.</param>
/// <param name="SumShareOre">Sum of egenandelOre over all claims, in øre.</param>
/// <param name="Supersedes">The delivery that this one takes the place of; null for none.</param>
public sealed record KuhrManifest(
    Guid DeliveryId,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    DateTimeOffset GeneratedAt,
    string Sender,
    IReadOnlyList<KuhrManifestFile> Files,
    long SumRefundOre,
    long SumShareOre,
    Guid? Supersedes)
{
    /// <summary>Name of a manifest, in the folder of its delivery.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The version of the format that is taken.</summary>
    public const string Version = "1.0";

    /// <summary>Longest manifest, in bytes.</summary>
    public const int MaxBytes = 1 << 16;
}
