using Kpr.Core.Formats.CareEvents;

namespace Kpr.Core.Rules.CareEvents;

/// <summary>E11: the service type is one that the feed takes; the set is a setting.</summary>
public sealed class E11ServiceEnabled() : RecordRule<CareEvent>("E11", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Tjenestetypen skal være blant dem som rapporteres løpende.";

    /// <inheritdoc/>
    public override string English => "Service type in the enabled set (18, 19, 20, 21, 29 first).";

    /// <inheritdoc/>
    public override string Advice => "Send bare tjenestetypene som er tatt inn i løpende rapportering.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021; kodeverk 9151";

    /// <inheritdoc/>
    public override void Judge(CareEvent record, RecordVerdict verdict)
    {
        if (record.TjenesteType is { } type && !verdict.File.Settings.EnabledServiceTypes.Contains(type))
        {
            verdict.Report(this, "tjenesteType", verdict.File.Reference.CodeLists.Get("9151").Contains(type)
                ? "Tjenestetypen rapporteres ikke løpende."
                : "Tjenestetypen finnes ikke i kodeverk 9151.", line: record.EventLine);
        }
    }
}
