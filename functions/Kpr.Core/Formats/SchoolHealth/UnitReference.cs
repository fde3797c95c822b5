namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>Which unit a consultation belongs to (RefEnhet).</summary>
/// <param name="line">1-based line of the element.</param>
public sealed class UnitReference(long line)
{
    /// <summary>1-based line of the element.</summary>
    public long Line => line;

    /// <summary>Local key of the unit.</summary>
    public string? EnhetId { get; set; }

    /// <summary>Kind of reference (list 8476); -1 when unknown.</summary>
    public string? TypeEnhet { get; set; }
}
