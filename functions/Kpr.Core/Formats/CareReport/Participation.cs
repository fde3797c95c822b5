namespace Kpr.Core.Formats.CareReport;

/// <summary>Help to take part (Deltakelse).</summary>
public sealed class Participation
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>In what (list 9163).</summary>
    public string? Type { get; set; }

    /// <summary>How well the need is met (list 9164).</summary>
    public string? Behov { get; set; }
}
