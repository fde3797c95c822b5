namespace Kpr.Core.Pricing;

/// <summary>What is delivered: price lists set thresholds and minimum hours by it.</summary>
public enum DeliveryKind
{
    /// <summary>Tables and statistics.</summary>
    Statistics,

    /// <summary>Data about persons, linked with other sources or not.</summary>
    PersonLevel,
}
