namespace Kpr.Core.Formats.CareReport;

/// <summary>What has been looked into for the user (Vurdering).</summary>
public sealed class Appraisal
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>Seen by a doctor in the last twelve months (list 1103).</summary>
    public string? Lege12Mnd { get; set; }

    /// <summary>Seen by dental personnel in the last twelve months (list 1103).</summary>
    public string? Tannhelse12Mnd { get; set; }

    /// <summary>Nutrition (list 9158).</summary>
    public string? Ernaering { get; set; }

    /// <summary>Day of the medication review.</summary>
    public string? LegemiddelgjennomgangDato { get; set; }

    /// <summary>Individual plan (list 9336).</summary>
    public string? IndividuellPlan { get; set; }

    /// <summary>Whether there is a coordinator (list 1103).</summary>
    public string? Koordinator { get; set; }

    /// <summary>Day of the medication review; null when it is missing or no date.</summary>
    public DateOnly? ReviewedOn { get; set; }
}
