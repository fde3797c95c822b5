using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K29: a simple contact beside a consultation is part of it.</summary>
public sealed class K29ContactBesideConsultation() : GroupRule("K29", FactKind.Visit, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En enkel kontakt innen 60 minutter fra en konsultasjon med samme pasient og behandler hører til konsultasjonen.";

    /// <inheritdoc/>
    public override string English => "No simple contact within 60 minutes of a consultation, same provider and patient. Told of the contact; of the consultation when the contact came in an earlier file.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller om kontakten er en del av konsultasjonen, og kreditér den i så fall.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon (merknad 470)";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    // The facts of a key come by role: the consultations of the day before its contacts.
    private sealed class Session(K29ContactBesideConsultation rule, GroupVerdict verdict) : GroupSession
    {
        private const int Kept = 100;

        private readonly List<Fact> _consultations = [];

        public override void Next(in Fact fact, bool firstOfKey)
        {
            if (firstOfKey)
            {
                _consultations.Clear();
            }

            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            if (fact.Role == VisitFacts.Consultation)
            {
                if (_consultations.Count < Kept)
                {
                    _consultations.Add(fact);
                }

                return;
            }

            foreach (var consultation in _consultations)
            {
                if (Math.Abs((long)consultation.Extra - (long)fact.Extra) <= VisitFacts.Near)
                {
                    verdict.Report(
                        rule, fact.IsKnown ? consultation : fact, "tidspunkt", "En enkel kontakt er ført innen 60 minutter fra en konsultasjon med samme pasient og behandler.");
                    return;
                }
            }
        }
    }
}
