namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K33: the claims of a person in a delivery state one sex. Above a thousand persons with two, something is wrong with the delivery, and it is stopped.</summary>
public sealed class K33OneSex() : GroupRule("K33", FactKind.Patient, Severity.Warning, Severity.RejectFile)
{
    /// <summary>With more persons than this the delivery is rejected.</summary>
    public const int Many = 1_000;

    /// <inheritdoc/>
    public override string Norwegian => "Regningene til en person skal oppgi ett kjønn. Gjelder det flere enn 1000 personer, stanses leveransen.";

    /// <inheritdoc/>
    public override string English => "More than one sex per person; above 1,000 persons in a delivery → stop and investigate.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller kjønn på regningene til personen. Gjelder det mange, er trolig kolonner eller personer forvekslet.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(K33OneSex rule, GroupVerdict verdict) : GroupSession
    {
        private ulong? _first;
        private bool _told;
        private int _persons;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            if (firstOfKey)
            {
                (_first, _told) = (null, false);
            }

            if (_told || verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            _first ??= fact.Extra;
            if (_first != fact.Extra)
            {
                _told = true;
                _persons++;
                verdict.Report(
                    rule, fact, "kjonn", "Personen har regninger med et annet kjønn i leveransen.", _persons == Many + 1 ? Severity.RejectFile : null);
            }
        }
    }
}
