using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A07: the person did not die before the data year.</summary>
public sealed class A07AliveInYear() : RecordRule<CareUser>("A07", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Personen skal ikke være død før dataåret.";

    /// <inheritdoc/>
    public override string English => "Person not dead before the data year.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller dødsdatoen, og ta personen ut av rapporten om den er rett.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record.DiedOn < record.YearStart)
        {
            verdict.Report(this, "dodsdato", "Personen døde før dataåret.");
        }
    }
}
