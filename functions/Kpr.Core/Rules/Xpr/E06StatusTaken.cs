using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E06: the status is N, M or C. T (supplement) stands in the list but is not to be used.</summary>
public sealed class E06StatusTaken() : RecordRule<XprRecord>("E06", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Status skal være N, M eller C. T (suppler) tas ikke imot.";

    /// <inheritdoc/>
    public override string English => "Status N, M or C; T is not accepted.";

    /// <inheritdoc/>
    public override string Advice => "Send en M med alle opplysninger i stedet for T.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021; kodeverk 7316";

    /// <inheritdoc/>
    public override void Judge(XprRecord record, RecordVerdict verdict)
    {
        if (record.StatusNotifikasjon is { } status and not ("N" or "M" or "C"))
        {
            verdict.Report(this, "statusNotifikasjon", status == "T"
                ? "Status T (suppler) tas ikke imot."
                : "Status finnes ikke i kodeverk 7316.");
        }
    }
}
