using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K04: a claim has its own number.</summary>
public sealed class K04UniqueNumber() : GroupRule("K04", FactKind.ClaimNumber, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Regningsnummeret skal være unikt hos behandleren.";

    /// <inheritdoc/>
    public override string English => "The claim number is unique at the provider (praksisId in JSON, the sending organisation in XML). A credit frees the number for a corrected claim behind it.";

    /// <inheritdoc/>
    public override string Advice => "Gi regningen et nytt nummer, eller kreditér den første.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon; kodeverk 7430";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(K04UniqueNumber rule, GroupVerdict verdict) : GroupSession
    {
        private bool _taken;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _taken &= !firstOfKey;
            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            if (fact.Extra == ClaimFacts.Credit)
            {
                _taken = false;
            }
            else if (_taken)
            {
                verdict.Report(rule, fact, "regningsnummer", "En tidligere regning har samme regningsnummer (DUPLIKAT_KRAV).");
            }
            else
            {
                _taken = true;
            }
        }
    }
}
