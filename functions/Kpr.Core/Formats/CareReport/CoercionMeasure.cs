namespace Kpr.Core.Formats.CareReport;

/// <summary>A decision on coercion (Tvang).</summary>
public sealed class CoercionMeasure
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>Kind of measure (list 9157).</summary>
    public string? Type { get; set; }

    /// <summary>First day.</summary>
    public string? Fra { get; set; }

    /// <summary>Last day; null while it holds.</summary>
    public string? Til { get; set; }

    /// <summary>First day; null when it is missing or no date.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day; null when it is missing or no date.</summary>
    public DateOnly? To { get; set; }
}
