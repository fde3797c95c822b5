namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>A result of a measurement (Maleresultat).</summary>
/// <param name="line">1-based line of the element.</param>
public sealed class MeasurementResult(long line)
{
    /// <summary>1-based line of the element.</summary>
    public long Line => line;

    /// <summary>Number within the measurement; 0 when unknown.</summary>
    public string? MaleresultatNr { get; set; }

    /// <summary>Value, at most 20 characters.</summary>
    public string? Verdi { get; set; }

    /// <summary>Unit of the value, at most 20 characters.</summary>
    public string? Enhet { get; set; }
}
