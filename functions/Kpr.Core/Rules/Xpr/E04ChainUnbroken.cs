using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E04: each notification names the one before it; the very first names the empty GUID.</summary>
public sealed class E04ChainUnbroken() : GroupRule("E04", FactKind.Sequence, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "notifikasjonForrigeGUID skal vise til notifikasjonen foran; den aller første har tom GUID.";

    /// <inheritdoc/>
    public override string English => "Previous-GUID chain unbroken; the first is the empty GUID.";

    /// <inheritdoc/>
    public override string Advice => "Send notifikasjonene som mangler på nytt.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(E04ChainUnbroken rule, GroupVerdict verdict) : GroupSession
    {
        private readonly HashSet<UInt128> _ends = [];
        private UInt128? _last;
        private bool _begun;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            if (fact.IsKnown)
            {
                _ends.Add(fact.RecordId);
                return;
            }

            // A rejected notification was sent all the same: nothing is missing where it stands.
            if (verdict.IsDuplicate(fact.Ordinal))
            {
                return;
            }

            // Number 1 follows none; the first of a file follows the last of any earlier one.
            var expected = fact.Extra == 1 ? UInt128.Zero : _last;
            if (!_begun && fact.Extra != 1 && _ends.Count > 0 && fact.Content != XprFacts.Unknown && !_ends.Contains(fact.Content))
            {
                verdict.Report(rule, fact, "notifikasjonForrigeGUID", "notifikasjonForrigeGUID er ikke GUID-en til den siste notifikasjonen i noen fil som er mottatt før.");
            }
            else if (expected is { } previous && previous != fact.Content && fact.Content != XprFacts.Unknown)
            {
                verdict.Report(rule, fact, "notifikasjonForrigeGUID", "notifikasjonForrigeGUID er ikke GUID-en til notifikasjonen foran.");
            }

            _begun = true;
            _last = fact.RecordId == UInt128.Zero ? null : fact.RecordId;
        }
    }
}
