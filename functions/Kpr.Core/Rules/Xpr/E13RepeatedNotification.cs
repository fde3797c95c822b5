using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E13: a notification sent again, same GUID and same content, is passed over and counted as a duplicate; that is no finding.</summary>
public sealed class E13RepeatedNotification() : GroupRule("E13", FactKind.RecordId)
{
    /// <inheritdoc/>
    public override string Norwegian => "En notifikasjon som sendes på nytt med samme GUID og innhold, hoppes over og telles som duplikat.";

    /// <inheritdoc/>
    public override string English => "Replayed notification (same GUID, same content) is ignored.";

    /// <inheritdoc/>
    public override string Advice => "Ingenting å gjøre.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(verdict);

    private sealed class Session(GroupVerdict verdict) : GroupSession
    {
        private UInt128? _first;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _first = firstOfKey ? null : _first;
            if (fact.Role != XprFacts.Definition)
            {
                return;
            }

            if (_first == fact.Content)
            {
                verdict.MarkDuplicate(fact.Ordinal);
            }

            _first ??= fact.Content;
        }
    }
}
