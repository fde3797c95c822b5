using Kpr.Core.Formats.CareEvents;

namespace Kpr.Core.Rules.CareEvents;

/// <summary>E12: a service key (tjenesteID) stands for one user and one type of service for ever.</summary>
public sealed class E12ServiceKeepsPerson() : GroupRule("E12", FactKind.Service, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "En tjenesteID skal ikke skifte bruker eller tjenestetype.";

    /// <inheritdoc/>
    public override string English => "The same service key never changes person or service type.";

    /// <inheritdoc/>
    public override string Advice => "Bruk en ny tjenesteID for en ny tjeneste.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(E12ServiceKeepsPerson rule, GroupVerdict verdict) : GroupSession
    {
        private ulong? _user;
        private ServiceFact _first;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _user = firstOfKey ? null : _user;
            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            var service = new ServiceFact(fact);
            if (_user is null)
            {
                _user = service.User;
                _first = service;
            }
            else if (service.User != _user)
            {
                verdict.Report(rule, fact, "tjenesteID", "tjenesteID er brukt for en annen bruker før.");
            }
            else if (service.ServiceType != _first.ServiceType)
            {
                verdict.Report(rule, fact, "tjenesteType", "tjenesteID er brukt for en annen tjenestetype før.");
            }
        }
    }
}
