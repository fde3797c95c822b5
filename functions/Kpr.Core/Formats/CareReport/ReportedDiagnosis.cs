namespace Kpr.Core.Formats.CareReport;

/// <summary>A diagnosis (Diagnose).</summary>
public sealed class ReportedDiagnosis
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>Code system: ICPC-2 or ICD-10.</summary>
    public string? Kodeverk { get; set; }

    /// <summary>The code.</summary>
    public string? Kode { get; set; }

    /// <summary>When it was set.</summary>
    public string? Dato { get; set; }

    /// <summary>When it was set; null when that is missing or no date.</summary>
    public DateOnly? Day { get; set; }
}
