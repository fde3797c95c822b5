using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A39: a case runs from application over decision to start. In emergencies (25) a service may start before its decision.</summary>
public sealed class A39CaseInOrder() : RecordRule<CareUser>("A39", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Søknad skal komme før vedtak, og vedtak før start (øyeblikkelig hjelp unntatt).";

    /// <inheritdoc/>
    public override string English => "Application date ≤ decision date ≤ service start (start may be earlier in emergencies).";

    /// <inheritdoc/>
    public override string Advice => "Kontroller datoene i saken.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var decision in record.Cases)
        {
            if (decision.Hendelse != "2" || decision.Day is not { } day)
            {
                continue;
            }

            if (IsBeforeApplication(record, decision, day))
            {
                verdict.Report(this, "dato", "Vedtaket er datert før søknaden.", line: decision.Line);
            }
        }

        foreach (var service in record.Services)
        {
            if (service is { SakId: { } key, Start: { } start } && !service.Is("25") && FirstGrant(record, key) > start)
            {
                verdict.Report(this, "startDato", "Tjenesten startet før vedtaket.", line: service.Line);
            }
        }
    }

    // A case may hold several applications; it is the first that must come before the decision.
    private static bool IsBeforeApplication(CareUser user, CaseEvent decision, DateOnly day)
    {
        DateOnly? first = null;
        foreach (var one in user.Cases)
        {
            if (one.IsApplication && one.SakId == decision.SakId && !(one.Day > first))
            {
                first = one.Day;
            }
        }

        return first > day;
    }

    private static DateOnly? FirstGrant(CareUser user, string key)
    {
        DateOnly? first = null;
        foreach (var one in user.Cases)
        {
            if (one.Grants && one.SakId == key && !(one.Day > first))
            {
                first = one.Day;
            }
        }

        return first;
    }
}
