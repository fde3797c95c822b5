using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareReport;

/// <summary>A record of the annual report: a Person of KPR_IDE or a Bruker of KPR_IPL. Tied together by <see cref="PasientGuid"/>.</summary>
public abstract class CareReportRecord : PersonRecord
{
    private string? _recordId;

    /// <summary>The message that the record stands in; its header is read before it.</summary>
    public CareReportEnvelope? Report { get; set; }

    /// <summary>GUID of the person in the sender's system, as sent: the key between the shipments.</summary>
    public string? PasientGuid { get; set; }

    /// <summary>Local number of the user; must not be an identity number (I21).</summary>
    public string? BrukerNr { get; set; }

    /// <summary>The person's GUID; null when it is missing, empty or malformed.</summary>
    public Guid? PersonId { get; set; }

    /// <inheritdoc/>
    public override string? RecordId => _recordId ??= PersonId?.ToString();

    /// <inheritdoc/>
    public override string? LocalUserNumber => BrukerNr;

    /// <inheritdoc/>
    public override bool LowersErrors(FileContext file) =>
        Report?.DataYear is { } year && file.Settings.MigratedYears.Any(years => years.Covers(year, file.ReceivedOn));

    /// <inheritdoc/>
    protected override void Clear()
    {
        base.Clear();
        _recordId = null;
        PasientGuid = BrukerNr = null;
        PersonId = null;
    }
}
