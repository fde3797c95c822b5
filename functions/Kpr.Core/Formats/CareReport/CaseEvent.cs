namespace Kpr.Core.Formats.CareReport;

/// <summary>An event of a case (Sak): application, decision, complaint. Those of one case share its local key.</summary>
public sealed class CaseEvent
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>Local key of the case.</summary>
    public string? SakId { get; set; }

    /// <summary>What happened (list 9169): 1 application, 2 decision, 3 complaint, 4 complaint answered.</summary>
    public string? Hendelse { get; set; }

    /// <summary>When it happened.</summary>
    public string? Dato { get; set; }

    /// <summary>Outcome of a decision (list 9171): 1 refused, 2 granted.</summary>
    public string? Utfall { get; set; }

    /// <summary>Type of service that the case is about (list 9151).</summary>
    public string? TjenesteType { get; set; }

    /// <summary>When it happened; null when that is missing or no date.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Whether the event is an application.</summary>
    public bool IsApplication => Hendelse == "1";

    /// <summary>Whether the event is a decision that grants the service.</summary>
    public bool Grants => Hendelse == "2" && Utfall == "2";

    /// <summary>Whether the event is a decision that refuses the service.</summary>
    public bool Refuses => Hendelse == "2" && Utfall == "1";
}
