using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareReport;

/// <summary>A person in a municipality's report about a year, packed into a fact: what the reports of other municipalities are held against (A45, I24).</summary>
public readonly struct PersonYearFact
{
    private const int StartAt = 32;
    private const int SerialAt = 32;
    private const uint NumberMask = 0xFFFF;

    /// <summary>Reads a fact of kind <see cref="FactKind.PersonYear"/>.</summary>
    public PersonYearFact(in Fact fact) => Fact = fact;

    /// <summary>The fact itself.</summary>
    public Fact Fact { get; }

    /// <summary>The municipality, as a number.</summary>
    public int Municipality => (int)((uint)Fact.Content & NumberMask);

    /// <summary>Serial number of the report.</summary>
    public long SerialNumber => (long)(ulong)(Fact.Content >> SerialAt);

    /// <summary>Day number of the start of the service that began last among those going on on 31 December; zero when none does.</summary>
    public int LastStart => (int)(Fact.Extra >> StartAt);

    /// <summary>Place of the report among those given together; zero in the register.</summary>
    public int Report => (int)(uint)Fact.Extra;

    /// <summary>The fact of a person that both shipments of a report have; null when the number yields no person key.</summary>
    /// <param name="report">The report.</param>
    /// <param name="person">The person in KPR_IDE.</param>
    /// <param name="user">The person in KPR_IPL; the fact is about that record.</param>
    /// <param name="place">Place of the report among those given together; zero in the register.</param>
    public static Fact? Of(ShipmentSummary report, LinkFact person, LinkFact user, int place = 0)
    {
        if (person.NumberHash == UInt128.Zero)
        {
            return null;
        }

        var (fact, start) = (user.Fact, user is { IsActive: true, LastStart: { } last } ? last.DayNumber : 0);
        var content = ((UInt128)(ulong)report.SerialNumber << SerialAt) | (uint)int.Parse(report.Municipality, System.Globalization.CultureInfo.InvariantCulture);
        return new Fact(
            FactKind.PersonYear, person.NumberHash ^ (UInt128)(uint)report.Year, LinkFact.Professional, fact.Ordinal, fact.Line, fact.RecordId, content,
            ((ulong)start << StartAt) | (uint)place);
    }
}
