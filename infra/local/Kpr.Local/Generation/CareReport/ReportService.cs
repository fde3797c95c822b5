namespace Kpr.Local.Generation.CareReport;

/// <summary>A service of a user before it is written.</summary>
internal sealed class ReportService
{
    /// <summary>Local key.</summary>
    public required string Key { get; set; }

    /// <summary>Local key of the case with the decision; null when the decision is of an earlier year, or none is needed.</summary>
    public string? Case { get; set; }

    /// <summary>Type of service.</summary>
    public required string Type { get; set; }

    /// <summary>First day; null to leave it out.</summary>
    public DateOnly? Start { get; set; }

    /// <summary>Last day; null while it goes on.</summary>
    public DateOnly? Stop { get; set; }

    /// <summary>Hours a week in hundredths; null for none.</summary>
    public int? Hours { get; set; }

    /// <summary>Organisation number; null for none.</summary>
    public string? Organisation { get; set; }
}
