using Kpr.Core.Formats.CareEvents;

namespace Kpr.Core.Rules.CareEvents;

/// <summary>E09: a service does not end before it starts, pauses lie inside the service, and a pause does not end before it began.</summary>
public sealed class E09DatesInOrder() : GroupRule("E09", FactKind.Service, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Slutt skal ikke være før start, og pauser skal ligge innenfor tjenesten.";

    /// <inheritdoc/>
    public override string English => "End ≥ start; pause inside the service; pause-to ≥ pause-from with the same pause key.";

    /// <inheritdoc/>
    public override string Advice => "Rett datoene og send hendelsen på nytt.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(E09DatesInOrder rule, GroupVerdict verdict) : GroupSession
    {
        private const int KeptPauses = 1_000;

        private readonly Dictionary<ulong, DateOnly> _pausedFrom = [];
        private DateOnly? _start;
        private DateOnly? _end;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            if (firstOfKey)
            {
                _start = _end = null;
                _pausedFrom.Clear();
            }

            var service = new ServiceFact(fact);
            if (service.Day is not { } day || verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            if (service.IsAnnulment)
            {
                Forget(service);
            }
            else if (!fact.IsKnown && Judge(service, day) is { } message)
            {
                verdict.Report(rule, fact, "hendelseDato", message);
            }
            else
            {
                Remember(service, day);
            }
        }

        private string? Judge(ServiceFact service, DateOnly day) => service.Kind switch
        {
            CareEventKind.TjenesteStart => day > _end ? "Tjenesten starter etter at den er sluttet." : null,
            CareEventKind.TjenesteSlutt => day < _start ? "Tjenesten slutter før den starter." : null,
            CareEventKind.MidlertidigStoppFra when day < _start || day > _end => "Pausen ligger utenfor tjenesten.",
            CareEventKind.MidlertidigStoppTil when day < _start || day > _end => "Pausen ligger utenfor tjenesten.",
            CareEventKind.MidlertidigStoppTil when _pausedFrom.TryGetValue(service.Pause, out var from) && day < from =>
                "Pausen slutter før den begynner.",
            _ => null,
        };

        // What is annulled never was: a service whose end is annulled goes on.
        private void Forget(ServiceFact service)
        {
            switch (service.Kind)
            {
                case CareEventKind.TjenesteStart:
                    _start = null;
                    break;
                case CareEventKind.TjenesteSlutt:
                    _end = null;
                    break;
                case CareEventKind.MidlertidigStoppFra:
                    _pausedFrom.Remove(service.Pause);
                    break;
            }
        }

        private void Remember(ServiceFact service, DateOnly day)
        {
            switch (service.Kind)
            {
                case CareEventKind.TjenesteStart:
                    _start = day;
                    break;
                case CareEventKind.TjenesteSlutt:
                    _end = day;
                    break;
                case CareEventKind.MidlertidigStoppFra when _pausedFrom.Count < KeptPauses:
                    _pausedFrom[service.Pause] = day;
                    break;
            }
        }
    }
}
