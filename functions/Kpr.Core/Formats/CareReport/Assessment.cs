namespace Kpr.Core.Formats.CareReport;

/// <summary>An assessment of function (Kartlegging).</summary>
public sealed class Assessment
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>When it was made.</summary>
    public string? Dato { get; set; }

    /// <summary>When it was made; null when that is missing or no date.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>The scores.</summary>
    public List<FunctionScore> Scores { get; } = [];
}
