using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K23: a credit takes back a whole earlier claim.</summary>
public sealed class K23CreditMatches() : GroupRule("K23", FactKind.RecordId, Severity.RejectRecord, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Bare en kreditering skal ha negativt beløp, og den skal gjelde en tidligere regning med samme beløp som ikke er mer enn tre år gammel.";

    /// <inheritdoc/>
    public override string English => "A negative amount stands on a credit only; the credit points to an earlier claim of the same amount, not more than three years old. An earlier claim that is not received is a warning, since it may be older than the register or come later; kpr check, which does not know the register, says nothing of it, and neither is it told in the monthly delivery, whose credits are mostly of earlier months.";

    /// <inheritdoc/>
    public override string Advice => "Kreditér hele den opprinnelige regningen, med samme GUID og beløpet med minus foran.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon";

    /// <summary>Text of a negative amount on a claim that is no credit.</summary>
    public const string NegativeClaim = "Regningen har negativt beløp, men er ikke en kreditering.";

    /// <summary>Text of a positive amount on a credit.</summary>
    public const string PositiveCredit = "Krediteringen har ikke negativt beløp.";

    /// <summary>Text of a credit that does not say of what.</summary>
    public const string CreditOfNothing = "Krediteringen sier ikke hvilken regning den gjelder.";

    private const int Years = 3;

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    // The facts of a key come by role: the claim before its credit, wherever they stand in the file.
    private sealed class Session(K23CreditMatches rule, GroupVerdict verdict) : GroupSession
    {
        private readonly DateOnly _oldest = verdict.File.ReceivedOn.AddYears(-Years);
        private Fact _claim;
        private bool _known;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _known &= !firstOfKey;
            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            if (fact.Role == ClaimFacts.Original && !_known)
            {
                _known = true;
                _claim = fact;
            }
            else if (fact.Role is ClaimFacts.Credit or ClaimFacts.DeliveredCredit)
            {
                JudgeCredit(fact);
            }
        }

        private void JudgeCredit(in Fact fact)
        {
            if ((_known ? ClaimFacts.DayOf(_claim) : ClaimFacts.DayOf(fact)) < _oldest)
            {
                verdict.Report(rule, fact, "kreditering", "Regningen som krediteres, er mer enn tre år gammel.");
            }
            else if (!_known)
            {
                if (verdict.File.KnowsRegister && fact.Role == ClaimFacts.Credit)
                {
                    verdict.Report(
                        rule, fact, "kreditering", "Regningen som krediteres, er ikke mottatt.", Severity.Warning);
                }
            }
            else if (_claim.Ordinal > fact.Ordinal && fact.Role == ClaimFacts.Credit)
            {
                verdict.Report(rule, fact, "kreditering", "Krediteringen står foran regningen den gjelder.");
            }
            else if (ClaimFacts.AmountOf(fact) is { } credited && ClaimFacts.AmountOf(_claim) is { } claimed && credited != -claimed)
            {
                verdict.Report(rule, fact, "belop", "Krediteringen har ikke samme beløp som regningen den gjelder.");
            }
        }
    }
}
