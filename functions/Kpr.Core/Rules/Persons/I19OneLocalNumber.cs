namespace Kpr.Core.Rules.Persons;

/// <summary>I19: an identity number has one local user number in a file. A correction (M) may replace it, after an annulment (C) another may follow.</summary>
public sealed class I19OneLocalNumber() : GroupRule("I19", FactKind.PersonNumber, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Et identitetsnummer skal ikke ha to lokale brukernumre i samme fil.";

    /// <inheritdoc/>
    public override string English => "Same number on two local user numbers (brukerNr, barn_ungdomNr) in one batch.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller om personen er registrert to ganger i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override int Order => 141;

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(I19OneLocalNumber rule, GroupVerdict verdict) : GroupSession
    {
        private UInt128? _known;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _known = firstOfKey ? null : _known;
            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            // A correction may bring the right local number later, and an annulment makes room for it.
            if (fact.Extra is 'M' or 'C')
            {
                _known = fact.Extra == 'M' ? fact.Content : null;
                return;
            }

            if (_known is { } known && known != fact.Content)
            {
                verdict.Report(rule, fact, "fid", "Identitetsnummeret er brukt med et annet lokalt brukernummer før i filen.");
            }
            else
            {
                _known = fact.Content;
            }
        }
    }
}
