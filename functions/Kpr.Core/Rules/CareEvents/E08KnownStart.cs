using Kpr.Core.Formats.CareEvents;

namespace Kpr.Core.Rules.CareEvents;

/// <summary>
/// E08: what happens to a service happens after its start was told. Such an event is kept, and waits for the start: until
/// then, and for thirty days at most, it counts as waiting.
/// </summary>
public sealed class E08KnownStart() : GroupRule("E08", FactKind.Service, Severity.Warning)
{
    /// <summary>For how long an event waits before it counts as one whose start is missing.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public override string Norwegian => "Slutt, pause og skifte av tjenesteutfører skal gjelde en tjeneste med kjent start. Ellers venter hendelsen i 30 dager på starten.";

    /// <inheritdoc/>
    public override string English => "End, pause and provider change need a known start for the same service key; else they wait for it for 30 days. kpr check, which does not know the register, says nothing of it.";

    /// <inheritdoc/>
    public override string Advice => "Send starten på tjenesten, med samme tjenesteID.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(E08KnownStart rule, GroupVerdict verdict) : GroupSession
    {
        private bool _started;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _started &= !firstOfKey;
            var service = new ServiceFact(fact);
            if (!verdict.File.KnowsRegister || verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            if (service.Kind == CareEventKind.TjenesteStart)
            {
                // What is annulled never was.
                _started = !service.IsAnnulment;
            }
            else if (!_started && !service.IsAnnulment)
            {
                verdict.Report(rule, fact, "tjenesteID", "Starten på tjenesten er ikke mottatt. Hendelsen venter på den.");
            }
        }
    }
}
