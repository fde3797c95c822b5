using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K24: a share that is paid stays paid.</summary>
public sealed class K24PaidStaysPaid() : GroupRule("K24", FactKind.RecordId, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "En egenandel som er meldt betalt, kan ikke rettes til ubetalt.";

    /// <inheritdoc/>
    public override string English => "The paid flag never moves from true to false.";

    /// <inheritdoc/>
    public override string Advice => "Kreditér regningen, og send den på nytt, hvis egenandelen likevel ikke er betalt.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    // The facts of a key come by role: the claim before its corrections.
    private sealed class Session(K24PaidStaysPaid rule, GroupVerdict verdict) : GroupSession
    {
        private bool _paid;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _paid &= !firstOfKey;
            if (fact.Role > ClaimFacts.PaidCorrection || verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            var paid = ClaimFacts.IsSharePaid(fact);
            if (_paid && !paid && fact.Role == ClaimFacts.PaidCorrection)
            {
                verdict.Report(rule, fact, "betaltEgenandel", "Egenandelen er meldt betalt før, og kan ikke rettes til ubetalt.");
            }

            _paid |= paid;
        }
    }
}
