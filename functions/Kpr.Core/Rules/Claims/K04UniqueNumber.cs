using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K04: a claim has its own number.</summary>
public sealed class K04UniqueNumber() : GroupRule("K04", FactKind.ClaimNumber, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Regningsnummeret skal være unikt hos behandleren.";

    /// <inheritdoc/>
    public override string English => "The claim number is unique at the provider (praksisId in JSON, the sending organisation in XML). A credit frees the number for a corrected claim behind it, in the monthly delivery wherever it stands. A claim that the claims system refused takes no number.";

    /// <inheritdoc/>
    public override string Advice => "Gi regningen et nytt nummer, eller kreditér den første.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon; kodeverk 7430";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(K04UniqueNumber rule, GroupVerdict verdict) : GroupSession
    {
        private bool _taken;
        private int _freed;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _taken &= !firstOfKey;
            _freed = firstOfKey ? 0 : _freed;
            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            if (fact.Extra == ClaimFacts.Credit)
            {
                _taken = false;
            }
            else if (fact.Extra == ClaimFacts.DeliveredCredit)
            {
                // These come before the claims, wherever they stand in the file.
                _freed++;
            }
            else if (_taken && _freed > 0)
            {
                _freed--;
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
