using System.ComponentModel.DataAnnotations;

namespace Kpr.Functions.Extracts;

/// <summary>How deliveries are handed out, as settings: section <c>Kpr:Deliveries</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>For how many days after its release a delivery can be fetched; never longer than the data may be used. Default: 30.</summary>
    [Range(1, 365)]
    public int Days { get; set; } = 30;

    /// <summary>How often each file of a delivery can be fetched. Default: 5.</summary>
    [Range(1, 1_000)]
    public int Downloads { get; set; } = 5;

    /// <summary>Most bytes of an uploaded list of identity numbers, encrypted. Default: 50,000,000.</summary>
    [Range(1_000, 2_000_000_000)]
    public long LongestList { get; set; } = 50_000_000;
}
