namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>A measurement (Maling): height, weight, a score.</summary>
/// <param name="line">1-based line of the element.</param>
public sealed class Measurement(long line)
{
    /// <summary>1-based line of the element.</summary>
    public long Line => line;

    /// <summary>What is measured, in the code system below or as a text, at most 100 characters.</summary>
    public string? TypeMaling { get; set; }

    /// <summary>Code system of the type; -1 when it is none.</summary>
    public string? MalingKodeverk { get; set; }

    /// <summary>When it was measured; date and time.</summary>
    public string? MalingDatoTid { get; set; }

    /// <summary>What is measured (list 9178); -1 when unknown.</summary>
    public string? TypeMalingKodet { get; set; }

    /// <summary>When it was measured, Norwegian wall clock or as written with zone; null when missing or no time.</summary>
    public DateTime? MeasuredAt { get; set; }

    /// <summary>The results.</summary>
    public List<MeasurementResult> Results { get; } = [];
}
