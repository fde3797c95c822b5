using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K03: a claim has its own GUID.</summary>
public sealed class K03UniqueGuid() : GroupRule("K03", FactKind.RecordId, Severity.RejectRecord, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Regningens GUID skal finnes, ha riktig form og være unik.";

    /// <inheritdoc/>
    public override string English => "The claim's GUID is present, well formed and unique. The same claim once more is counted as a duplicate; credits and corrections of the paid flag repeat the GUID of what they refer to. In the monthly delivery a credit has its own GUID and names what it credits. In XML a missing GUID is a warning: the claim is then known by practice, number and time.";

    /// <inheritdoc/>
    public override string Advice => "Gi hver regning sin egen GUID. En rettet regning skal ha en ny.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon (MANGLER_GUID, DUPLIKAT_KRAV)";

    /// <summary>Text of a GUID that is no GUID.</summary>
    public const string Malformed = "Regningens GUID har ikke formen til en GUID (MANGLER_GUID).";

    /// <summary>Text of a missing GUID.</summary>
    public static string Missing(bool rejected) => rejected
        ? "Regningen mangler GUID (MANGLER_GUID)."
        : "Regningen mangler GUID og gjenkjennes på avsender, regningsnummer og tidspunkt (MANGLER_GUID).";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    // The facts of a key come by role: claims first, then corrections, then credits.
    private sealed class Session(K03UniqueGuid rule, GroupVerdict verdict) : GroupSession
    {
        private byte _role;
        private UInt128 _content;
        private bool _any;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            if (firstOfKey || !_any || fact.Role != _role)
            {
                _any = true;
                _role = fact.Role;
                _content = fact.Content;
            }
            else if (fact.Content == _content)
            {
                verdict.MarkDuplicate(fact.Ordinal);
            }
            else if (fact.Role != ClaimFacts.PaidCorrection)
            {
                verdict.Report(rule, fact, "guid", fact.Role is ClaimFacts.Credit or ClaimFacts.DeliveredCredit
                    ? "Regningen er allerede kreditert, med annet innhold (DUPLIKAT_KRAV)."
                    : "En tidligere regning har samme GUID og annet innhold (DUPLIKAT_KRAV).");
            }
        }
    }
}
