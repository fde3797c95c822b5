namespace Kpr.Core.Formats.CareReport;

/// <summary>How the user lives (Boforhold).</summary>
public sealed class Housing
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>Household (list 9335).</summary>
    public string? Husstand { get; set; }

    /// <summary>Type of dwelling, by staff (list 9170).</summary>
    public string? Boligtype { get; set; }

    /// <summary>Unpaid private help (list 9168).</summary>
    public string? PrivatHjelp { get; set; }

    /// <summary>Whether there is a round-the-clock service offer (list 1103).</summary>
    public string? Heldognstilbud { get; set; }
}
