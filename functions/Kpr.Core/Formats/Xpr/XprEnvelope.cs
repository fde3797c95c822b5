namespace Kpr.Core.Formats.Xpr;

/// <summary>The message (Melding) around notifications, the same in all modules.</summary>
public abstract class XprEnvelope : MunicipalEnvelope
{
    private const string TakenVersion = "56.0.0";

    /// <summary>The latest notifikasjonTid of the records.</summary>
    public DateOnly? LatestNotification { get; set; }

    /// <summary>The end of the period where the module has one, else the latest notification.</summary>
    public override DateOnly? DataDay => PeriodTo ?? LatestNotification;

    /// <inheritdoc/>
    public override bool TakesVersion => FormatVersion == TakenVersion;
}
