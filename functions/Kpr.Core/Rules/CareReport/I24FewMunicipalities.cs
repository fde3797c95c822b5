using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>I24: a person who is in five or more municipalities in a year is mostly a test person that was left in the systems.</summary>
public sealed class I24FewMunicipalities() : GroupRule("I24", FactKind.PersonYear, Severity.Warning)
{
    private const int Many = 5;

    /// <inheritdoc/>
    public override string Norwegian => "En person i fem eller flere kommuner samme år er trolig en testperson.";

    /// <inheritdoc/>
    public override string English => "Same person in five or more municipalities in a year → test person suspicion.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller om personen er en testperson, og ta den i så fall ut av fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(I24FewMunicipalities rule, GroupVerdict verdict) : PersonYearSession
    {
        protected override void Judge(PersonYearFact own, IReadOnlyCollection<PersonYearFact> others)
        {
            if (others.Count + 1 >= Many)
            {
                verdict.Report(rule, own.Fact, "pasientGUID", $"Personen er i {others.Count + 1} kommuner dette året.");
            }
        }
    }
}
