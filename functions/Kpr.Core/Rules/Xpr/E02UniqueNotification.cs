using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E02: the GUID of a notification is present and unique in the register. The same GUID with the same content is a repetition (E13).</summary>
public sealed class E02UniqueNotification() : GroupRule("E02", FactKind.RecordId, Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "notifikasjonGUID skal være oppgitt og unik.";

    /// <inheritdoc/>
    public override string English => "Notification GUID present and unique.";

    /// <inheritdoc/>
    public override string Advice => "Gi hver notifikasjon sin egen GUID.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(E02UniqueNotification rule, GroupVerdict verdict) : GroupSession
    {
        private UInt128? _first;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _first = firstOfKey ? null : _first;
            if (fact.Role != XprFacts.Definition)
            {
                return;
            }

            if (_first is { } first && first != fact.Content)
            {
                verdict.Report(rule, fact, "notifikasjonGUID", "notifikasjonGUID er brukt før, med annet innhold.");
            }

            _first ??= fact.Content;
        }
    }
}
