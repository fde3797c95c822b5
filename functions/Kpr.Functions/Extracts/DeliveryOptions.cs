using System.ComponentModel.DataAnnotations;
using Kpr.Core.Cases;
using Kpr.Core.Catalogue;

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

    /// <summary>Most bytes of a file that a party of a linkage hands to another, encrypted. Default: 20,000,000,000.</summary>
    [Range(1_000, 190_000_000_000)]
    public long LongestHanded { get; set; } = 20_000_000_000;

    /// <summary>Until when a delivery of a moment can be fetched (UTC): no longer than its data may be used.</summary>
    internal DateTime ExpiryOf(CaseState state, DateTimeOffset now)
    {
        var usual = now.AddDays(Days);
        var last = (state.Permit?.EndsOn ?? state.Decision?.EndsOn) is { } ends ? NorwegianTime.FromLocal(ends.AddDays(1).ToDateTime(TimeOnly.MinValue)) : usual;
        return (last < usual ? last : usual).UtcDateTime;
    }
}
