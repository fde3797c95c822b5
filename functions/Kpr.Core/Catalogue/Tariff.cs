namespace Kpr.Core.Catalogue;

/// <summary>A tariff (takst) of an area of claims, as the operator has loaded it.</summary>
/// <param name="Code">The code, exactly as claims write it, at most seven characters.</param>
/// <param name="Area">The claim area (fagområde), for example LE.</param>
/// <param name="Validity">The days of treatment on which it may be used.</param>
public sealed record Tariff(string Code, string Area, Period Validity)
{
    /// <summary>The fee (honorar), in øre; null when not told.</summary>
    public int? FeeOre { get; init; }

    /// <summary>The refund (refusjon), in øre; null when not told.</summary>
    public int? RefundOre { get; init; }

    /// <summary>The patient's share (egenandel), in øre; null when not told.</summary>
    public int? ShareOre { get; init; }

    /// <summary>The most times it may be used on one claim (K17); null for no limit.</summary>
    public int? MaxRepeats { get; init; }

    /// <summary>Tariffs that may not stand on the same claim (K15).</summary>
    public IReadOnlyList<string> ForbiddenWith { get; init; } = [];

    /// <summary>Tariffs of which one must stand on the same claim (K16); none when none need.</summary>
    public IReadOnlyList<string> RequiresTariff { get; init; } = [];

    /// <summary>Procedures of which one must stand on the claim (K16); none when none need.</summary>
    public IReadOnlyList<string> RequiresProcedure { get; init; } = [];

    /// <summary>Diagnoses of which one must stand on the claim (K16), exactly or, ending in *, by their beginning; none when none need.</summary>
    public IReadOnlyList<string> RequiresDiagnosis { get; init; } = [];
}
