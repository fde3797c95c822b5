using Kpr.Core.Catalogue;

namespace Kpr.Core.Formats.CareReport;

/// <summary>A service (Tjeneste) that the user has had in the year.</summary>
public sealed class ReportedService
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>Local key of the service.</summary>
    public string? TjenesteId { get; set; }

    /// <summary>Local key of the case with the decision.</summary>
    public string? SakId { get; set; }

    /// <summary>Type of service (list 9151; 12, 13 and 16 for years to 2018).</summary>
    public string? TjenesteType { get; set; }

    /// <summary>First day.</summary>
    public string? StartDato { get; set; }

    /// <summary>Last day; null while it goes on.</summary>
    public string? SluttDato { get; set; }

    /// <summary>Hours a week by the decision.</summary>
    public string? TimerPerUke { get; set; }

    /// <summary>Organisation number of the provider: nine digits, one trailing zero tolerated.</summary>
    public string? TjenesteOrgNr { get; set; }

    /// <summary>Whether respite in an institution is rolling; only for type 8.</summary>
    public string? Rulleringsavlastning { get; set; }

    /// <summary>Type of service; null when it is none that was ever in use.</summary>
    public ServiceType? Type { get; set; }

    /// <summary>First day; null when it is missing or no date.</summary>
    public DateOnly? Start { get; set; }

    /// <summary>Last day; null when it is missing or no date.</summary>
    public DateOnly? Stop { get; set; }

    /// <summary>Hours a week; null when they are missing or no number.</summary>
    public decimal? Hours { get; set; }

    /// <summary>Whether the type has a code.</summary>
    public bool Is(string code) => TjenesteType == code;

    /// <summary>Whether the service goes on on a day. A service without start does not.</summary>
    public bool IsActiveOn(DateOnly day) => Start <= day && (Stop is not { } stop || stop >= day);
}
