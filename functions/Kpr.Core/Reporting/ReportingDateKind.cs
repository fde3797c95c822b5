namespace Kpr.Core.Reporting;

/// <summary>What a span of the reporting calendar is for.</summary>
public enum ReportingDateKind
{
    /// <summary>Trial deliveries (prøve), marked as such and counted for nothing.</summary>
    Trial,

    /// <summary>The delivery that is due (frist).</summary>
    Due,

    /// <summary>Corrections (retting).</summary>
    Correction,

    /// <summary>A day on which those who have not delivered are reminded (påminnelse).</summary>
    Reminder,
}
