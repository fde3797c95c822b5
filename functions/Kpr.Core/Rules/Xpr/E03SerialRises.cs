using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E03: the serial number rises by one from notification to notification; a gap means that something is missing.</summary>
public sealed class E03SerialRises() : GroupRule("E03", FactKind.Sequence, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "notifikasjonLopeNr skal stige uten hull.";

    /// <inheritdoc/>
    public override string English => "Sequence number strictly rising per municipality; a gap asks for a resend.";

    /// <inheritdoc/>
    public override string Advice => "Send notifikasjonene som mangler på nytt.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(E03SerialRises rule, GroupVerdict verdict) : GroupSession
    {
        private readonly HashSet<ulong> _ends = [];
        private ulong _highest;
        private ulong? _last;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            if (fact.IsKnown)
            {
                _ends.Add(fact.Extra);
                _highest = Math.Max(_highest, fact.Extra);
                return;
            }

            // A rejected notification was sent all the same: nothing is missing where it stands.
            if (verdict.IsDuplicate(fact.Ordinal))
            {
                return;
            }

            // One that cannot be read is taken to have stood in its place.
            if (fact.Extra >= XprFacts.SerialMissing)
            {
                _last++;
                if (fact.Extra == XprFacts.NoSerial)
                {
                    verdict.Report(rule, fact, "notifikasjonLopeNr", "notifikasjonLopeNr er ikke et tall.");
                }

                return;
            }

            if (_last is null && _ends.Count > 0)
            {
                JudgeFirst(fact);
            }
            else if (fact.Extra <= _last)
            {
                verdict.Report(rule, fact, "notifikasjonLopeNr", "notifikasjonLopeNr er ikke høyere enn det forrige.");
            }
            else if (fact.Extra > _last + 1)
            {
                verdict.Report(rule, fact, "notifikasjonLopeNr", "Det er et hull i notifikasjonLopeNr før denne notifikasjonen.");
            }

            _last = fact.Extra;
        }

        // A file goes on where any earlier one ended: what was missing between two of them may have been sent since. One that
        // begins the chain anew stands for itself.
        private void JudgeFirst(in Fact fact)
        {
            if (_ends.Contains(fact.Extra - 1) || (fact.Extra == 1 && fact.Content == UInt128.Zero))
            {
                return;
            }

            verdict.Report(rule, fact, "notifikasjonLopeNr", fact.Extra <= _highest
                ? "notifikasjonLopeNr er ikke høyere enn i filene som er mottatt før."
                : "Det er et hull i notifikasjonLopeNr mellom filene som er mottatt før, og denne notifikasjonen.");
        }
    }
}
