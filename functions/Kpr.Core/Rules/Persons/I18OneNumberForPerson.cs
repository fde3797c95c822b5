using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.Persons;

/// <summary>I18: a person's GUID (pasientGUID) stands for one identity number in a file. A correction (M) may replace it, after an annulment (C) another may follow. In the annual report it stands once.</summary>
public sealed class I18OneNumberForPerson() : GroupRule("I18", FactKind.Person, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "En pasientGUID skal ikke ha to identitetsnumre i samme fil, og i årsrapporten stå én gang.";

    /// <inheritdoc/>
    public override string English => "Same person GUID with two numbers in one batch; in the annual report it stands once.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller hvem hendelsen gjelder. Et nytt nummer sendes med status M, eller C og ny N.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override int Order => 140;

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(I18OneNumberForPerson rule, GroupVerdict verdict) : GroupSession
    {
        private UInt128? _known;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _known = firstOfKey ? null : _known;
            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            // A correction may bring the right number later, and an annulment makes room for it.
            if (fact.Extra is 'M' or 'C')
            {
                _known = fact.Extra == 'M' ? fact.Content : null;
                return;
            }

            if (_known is { } known && known != fact.Content)
            {
                verdict.Report(rule, fact, "fid", "pasientGUID er brukt med et annet identitetsnummer før i filen.");
            }
            else if (_known is not null && fact.Extra == CareReportFacts.Once)
            {
                verdict.Report(rule, fact, "pasientGUID", "pasientGUID er brukt før i filen, med annet innhold.");
            }
            else
            {
                _known = fact.Content;
            }
        }
    }
}
