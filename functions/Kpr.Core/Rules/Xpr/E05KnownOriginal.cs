using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E05: a correction (M) or annulment (C) names the notification that it is about, and that one is new (N).</summary>
public sealed class E05KnownOriginal() : GroupRule("E05", FactKind.RecordId, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "M og C skal vise til en notifikasjon med status N.";

    /// <inheritdoc/>
    public override string English => "M and C point to a known N.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi notifikasjonGUID til den opprinnelige notifikasjonen i notifikasjonRef.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(E05KnownOriginal rule, GroupVerdict verdict) : GroupSession
    {
        private bool _corrected;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _corrected = !firstOfKey && _corrected;
            if (fact.Role == XprFacts.Definition)
            {
                _corrected |= fact.Extra != 'N';
            }
            else if (fact.Role == XprFacts.MissingReference)
            {
                verdict.Report(rule, fact, "notifikasjonRef", "notifikasjonRef mangler.");
            }
            else if (_corrected)
            {
                verdict.Report(rule, fact, "notifikasjonRef", "notifikasjonRef viser til en notifikasjon som ikke har status N.");
            }
        }
    }
}
