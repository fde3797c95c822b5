using Kpr.Core.Formats.CareReport;
using Kpr.Core.Rules.Persons;

namespace Kpr.Core.Rules.CareReport;

/// <summary>I22: a person in KPR_IPL is in KPR_IDE too. With it, birth year (I14) and sex (I15) by the number are held against those stated.</summary>
public sealed class I22IdentityPresent() : GroupRule("I22", FactKind.ReportMatch, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "En pasientGUID i KPR_IPL skal finnes i KPR_IDE.";

    /// <inheritdoc/>
    public override string English => "Person GUID in IPL without counterpart in IDE.";

    /// <inheritdoc/>
    public override string Advice => "Ta personen med i KPR_IDE, eller rett identiteten der, og send begge forsendelsene på nytt.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 9329 (100, identmelding ikke mottatt for pasienten); eget valg";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(I22IdentityPresent rule, GroupVerdict verdict) : GroupSession
    {
        public override void Next(in Fact fact, bool firstOfKey)
        {
            var match = (ReportMatch)fact.Extra;
            if (fact.Role != LinkFact.Professional)
            {
                return;
            }

            if (match.HasFlag(ReportMatch.CounterpartMissing))
            {
                verdict.Report(rule, fact, "pasientGUID", "Personen mangler i KPR_IDE.");
            }
            else if (match.HasFlag(ReportMatch.CounterpartRejected))
            {
                verdict.Report(rule, fact, "pasientGUID", "Personens identitet er avvist i KPR_IDE.");
            }

            if (match.HasFlag(ReportMatch.OtherBirthYear))
            {
                verdict.Report(The<I14BirthYearAgrees>.Rule, fact, "fodselsar", "Fødselsåret i nummeret stemmer ikke med oppgitt fødselsår.");
            }

            if (match.HasFlag(ReportMatch.OtherSex))
            {
                verdict.Report(The<I15SexAgrees>.Rule, fact, "kjonn", "Kjønn i nummeret stemmer ikke med oppgitt kjønn.");
            }
        }
    }
}
