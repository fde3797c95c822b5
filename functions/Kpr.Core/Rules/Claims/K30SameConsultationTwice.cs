namespace Kpr.Core.Rules.Claims;

/// <summary>K30: no consultation twice.</summary>
public sealed class K30SameConsultationTwice() : GroupRule("K30", FactKind.Consultation, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "To konsultasjoner med samme pasient, behandler, minutt og takst er trolig den samme.";

    /// <inheritdoc/>
    public override string English => "Two consultations with the same patient, provider, minute and tariff.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller om konsultasjonen er ført to ganger, og kreditér den ene.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(K30SameConsultationTwice rule, GroupVerdict verdict) : GroupSession
    {
        private bool _any;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _any &= !firstOfKey;
            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            if (_any)
            {
                verdict.Report(rule, fact, "tidspunkt", "En tidligere regning har samme pasient, behandler, tidspunkt og konsultasjonstakst.");
            }

            _any = true;
        }
    }
}
