using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E05: a correction (M) or annulment (C) names the notification that it is about, and that one is new (N).</summary>
public sealed class E05KnownOriginal() : GroupRule("E05", FactKind.RecordId, Severity.RejectRecord, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "M og C skal vise til en notifikasjon med status N. Er den ikke mottatt ennå, er det en advarsel, og M eller C venter på den.";

    /// <inheritdoc/>
    public override string English => "M and C point to a known N. One that is not received yet is a warning, and M or C waits for it; kpr check, which does not know the register, says nothing of it.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi notifikasjonGUID til den opprinnelige notifikasjonen i notifikasjonRef.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(E05KnownOriginal rule, GroupVerdict verdict) : GroupSession
    {
        private bool _corrected;
        private bool _defined;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _corrected = !firstOfKey && _corrected;
            _defined = !firstOfKey && _defined;
            if (fact.Role == XprFacts.Definition)
            {
                _defined = true;
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
            else if (!_defined && verdict.File.KnowsRegister)
            {
                verdict.Report(
                    rule, fact, "notifikasjonRef", "Notifikasjonen det vises til, er ikke mottatt. Denne venter, og gjelder når den kommer.", Severity.Warning);
            }
        }
    }
}
