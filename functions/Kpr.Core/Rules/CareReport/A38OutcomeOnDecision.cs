using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A38: only a decision has an outcome, and a service that was refused is not active; otherwise the event of the case is left out. What a later decision grants is granted.</summary>
public sealed class A38OutcomeOnDecision() : RecordRule<CareUser>("A38", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Bare vedtak har utfall, og en tjeneste som er avslått, skal ikke være aktiv; ellers tas ikke sakshendelsen med.";

    /// <inheritdoc/>
    public override string English => "Decision outcome only on a decision; refused decision has no active service; otherwise the event of the case is dropped.";

    /// <inheritdoc/>
    public override string Advice => "Rett saksgangen, eller koble tjenesten til riktig sak.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering); kodeverk 9171";

    /// <inheritdoc/>
    public override int Order => 960;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        record.Cases.RemoveAll(one =>
        {
            if (one is { Utfall: not null, Hendelse: not "2" })
            {
                verdict.Report(this, "utfall", "Utfall er oppgitt på noe annet enn et vedtak. Sakshendelsen tas ikke med.", line: one.Line);
                return true;
            }

            var wrong = one.Refuses && record.Services.Exists(service => service.SakId == one.SakId && service.SluttDato is null)
                && !record.Cases.Exists(other => other.Grants && other.SakId == one.SakId);
            if (wrong)
            {
                verdict.Report(this, "utfall", "Vedtaket er et avslag, men tjenesten er aktiv. Sakshendelsen tas ikke med.", line: one.Line);
            }

            return wrong;
        });
    }
}
