using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>
/// A45: a person is active in one municipality on 31 December. Of reports given together, it is told where the person is active since
/// earlier; the register tells it of the report that comes later, since the other one is answered. In statistics the last one
/// counts; both are kept. Whom a newer report has left out may still be told of.
/// </summary>
public sealed class A45OneMunicipality() : GroupRule("A45", FactKind.PersonYear, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En person skal ikke være aktiv i to kommuner 31. desember. I statistikken gjelder den siste.";

    /// <inheritdoc/>
    public override string English => "Same person active in two municipalities on 31 December → last valid wins in statistics, both kept. Of reports given together, told of all but the last; by the register, told of the report that comes later.";

    /// <inheritdoc/>
    public override string Advice => "Avklar med den andre kommunen, og avslutt tjenesten der personen er flyttet fra.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(A45OneMunicipality rule, GroupVerdict verdict) : PersonYearSession
    {
        protected override void Judge(PersonYearFact own, IReadOnlyCollection<PersonYearFact> others)
        {
            if (own.LastStart == 0 || !others.Any(other => other.LastStart > 0 && (verdict.File.KnowsRegister || IsLater(other, own))))
            {
                return;
            }

            var later = others.Any(other => other.LastStart > 0 && IsLater(other, own));
            verdict.Report(rule, own.Fact, "startDato", later
                ? "Personen er også aktiv i en annen kommune 31. desember, med en senere startdato."
                : "Personen er også aktiv i en annen kommune 31. desember, med en tidligere startdato.");
        }

        private static bool IsLater(PersonYearFact one, PersonYearFact other) =>
            (one.LastStart, one.Municipality).CompareTo((other.LastStart, other.Municipality)) > 0;
    }
}
