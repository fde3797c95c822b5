using Kpr.Core.Formats.CareReport;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.CareReport;

/// <summary>
/// I20: a municipality's own number (brukerNr) stands for one identity number over the years. Held against the newest report of each
/// other year that the register knows; a report of the same year replaces, and may correct. A D-number that has become a
/// national identity number is no fault.
/// </summary>
public sealed class I20LocalNumberStays() : GroupRule("I20", FactKind.LocalNumber, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Et lokalt brukernummer skal ikke brukes om en annen person i et senere år.";

    /// <inheritdoc/>
    public override string English => "Same brukerNr on two numbers across years; a D-number may become a national identity number.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller hvem brukernummeret gjelder. Brukernumre skal ikke brukes om igjen.";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0 (brukerNr er unikt i kommunen over år); alvorligheten er eget valg";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(I20LocalNumberStays rule, GroupVerdict verdict) : GroupSession
    {
        // Of each year what its newest report says.
        private readonly Dictionary<int, LocalNumberFact> _years = [];

        public override void Next(in Fact fact, bool firstOfKey)
        {
            if (firstOfKey)
            {
                _years.Clear();
            }

            var one = new LocalNumberFact(fact);
            if (fact.IsKnown)
            {
                if (!_years.TryGetValue(one.Year, out var known) || known.SerialNumber < one.SerialNumber)
                {
                    _years[one.Year] = one;
                }
            }
            else if (!verdict.IsOut(fact.Ordinal) && _years.Values.Any(other => other.Year != one.Year && Contradicts(one, other)))
            {
                verdict.Report(rule, fact, "brukerNr", "Brukernummeret er brukt om en annen person i et annet år.");
            }
        }

        private static bool Contradicts(LocalNumberFact one, LocalNumberFact other) =>
            one.Fact.Content != other.Fact.Content
            && (one.Type, other.Type) is not ((IdentityType.DNumber, IdentityType.BirthNumber) or (IdentityType.BirthNumber, IdentityType.DNumber));
    }
}
