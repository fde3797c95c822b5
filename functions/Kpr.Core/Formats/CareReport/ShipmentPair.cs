using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Core.Rules.CareReport;

namespace Kpr.Core.Formats.CareReport;

/// <summary>
/// Matches the two shipments of an annual report. Pure: summaries and facts in, faults and facts out, whichever shipment
/// came first. Both <c>kpr check</c> and the intake ask it.
/// </summary>
public static class ShipmentPair
{
    /// <summary>Where a shipment disagrees with its counterpart (F15); none when they belong together.</summary>
    /// <param name="own">The shipment that the faults are about.</param>
    /// <param name="other">Its counterpart.</param>
    public static IEnumerable<Fault> Disagreements(ShipmentSummary own, ShipmentSummary other)
    {
        (string Field, bool Differs)[] demands =
        [
            ("lopenr", own.SerialNumber != other.SerialNumber),
            ("kommuneNr", own.Municipality != other.Municipality),
            ("fraDatoPeriode", own.PeriodFrom != other.PeriodFrom),
            ("tilDatoPeriode", own.PeriodTo != other.PeriodTo),
            ("uttakDato", own.ExtractedOn != other.ExtractedOn),
        ];
        return demands.Where(demand => demand.Differs).Select(demand => The<F15PairAgrees>.Rule.Differs(demand.Field, other.Shipment));
    }

    /// <summary>
    /// Whether two shipments of a municipality that have no counterpart are meant for each other: all but one of year,
    /// serial number and day of extraction are the same.
    /// </summary>
    public static bool AreMeantForEachOther(ShipmentSummary one, ShipmentSummary other) =>
        one.Shipment == other.Counterpart && one.Municipality == other.Municipality
        && (one.Year == other.Year ? 1 : 0) + (one.SerialNumber == other.SerialNumber ? 1 : 0) + (one.ExtractedOn == other.ExtractedOn ? 1 : 0) >= 2;

    /// <summary>Matches the persons of two shipments.</summary>
    /// <param name="identity">Facts of kind <see cref="FactKind.ReportLink"/> of KPR_IDE, in order.</param>
    /// <param name="professional">The same of KPR_IPL.</param>
    /// <param name="ofIdentity">Takes a fact of kind <see cref="FactKind.ReportMatch"/> for each person about whom there is something to tell, in order.</param>
    /// <param name="ofProfessional">The same for the users.</param>
    /// <param name="pair">Called with each person that both shipments have, accepted by both on their own; null when nobody asks.</param>
    public static void Match(
        IEnumerable<Fact> identity, IEnumerable<Fact> professional, Action<Fact> ofIdentity, Action<Fact> ofProfessional,
        Action<LinkFact, LinkFact>? pair = null)
    {
        using var persons = FirstOfKey(identity).GetEnumerator();
        using var users = FirstOfKey(professional).GetEnumerator();
        var (hasPerson, hasUser) = (persons.MoveNext(), users.MoveNext());
        while (hasPerson || hasUser)
        {
            var order = !hasUser ? -1 : !hasPerson ? 1 : persons.Current.Key.CompareTo(users.Current.Key);
            if (order < 0)
            {
                Tell(new LinkFact(persons.Current), ReportMatch.CounterpartMissing, ofIdentity);
            }
            else if (order > 0)
            {
                Tell(new LinkFact(users.Current), ReportMatch.CounterpartMissing, ofProfessional);
            }
            else
            {
                var (person, user) = (new LinkFact(persons.Current), new LinkFact(users.Current));
                Tell(user, Compare(person, user), ofProfessional);
                if (!person.Rejected && !user.Rejected)
                {
                    pair?.Invoke(person, user);
                }
            }

            hasPerson = order <= 0 ? persons.MoveNext() : hasPerson;
            hasUser = order >= 0 ? users.MoveNext() : hasUser;
        }
    }

    /// <summary>The fact that tells a match of the record of another fact.</summary>
    public static Fact Told(in Fact record, ReportMatch match) =>
        new(FactKind.ReportMatch, record.Key, record.Role, record.Ordinal, record.Line, record.RecordId, UInt128.Zero, (ulong)match);

    private static ReportMatch Compare(LinkFact person, LinkFact user)
    {
        if (person.Rejected)
        {
            return ReportMatch.CounterpartRejected;
        }

        var match = ReportMatch.None;
        match |= person.BirthYear is { } born && user.BirthYear is { } stated && born != stated ? ReportMatch.OtherBirthYear : 0;
        match |= person.Sex != Sex.Unknown && user.Sex != Sex.Unknown && person.Sex != user.Sex ? ReportMatch.OtherSex : 0;
        match |= user.Day < person.Day ? ReportMatch.StartsBeforeBirth : 0;
        return match;
    }

    // A record that is rejected on its own is told why; that it also lacks its counterpart helps nobody.
    private static void Tell(LinkFact record, ReportMatch match, Action<Fact> told)
    {
        if (match != ReportMatch.None && !record.Rejected)
        {
            told(Told(record.Fact, match));
        }
    }

    // A GUID that stands again in its shipment is a repetition, or rejected there (I18).
    private static IEnumerable<Fact> FirstOfKey(IEnumerable<Fact> facts)
    {
        UInt128? last = null;
        foreach (var fact in facts)
        {
            if (fact.Key != last)
            {
                last = fact.Key;
                yield return fact;
            }
        }
    }
}
