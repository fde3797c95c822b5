using Kpr.Core.Identity;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareReport;

/// <summary>A person's number under the municipality's own number (brukerNr), packed into a fact (I20).</summary>
public readonly struct LocalNumberFact
{
    private const int TypeAt = 56;
    private const int YearAt = 40;
    private const ulong YearMask = 0xFFFF;
    private const ulong SerialMask = (1UL << YearAt) - 1;

    /// <summary>Reads a fact of kind <see cref="FactKind.LocalNumber"/>.</summary>
    public LocalNumberFact(in Fact fact) => Fact = fact;

    /// <summary>The fact itself.</summary>
    public Fact Fact { get; }

    /// <summary>Type of the number.</summary>
    public IdentityType Type => (IdentityType)(int)(Fact.Extra >> TypeAt);

    /// <summary>Data year of the report.</summary>
    public int Year => (int)((Fact.Extra >> YearAt) & YearMask);

    /// <summary>Serial number of the report.</summary>
    public long SerialNumber => (long)(Fact.Extra & SerialMask);

    /// <summary>The fact of a person; null when the report does not say enough.</summary>
    public static Fact? Of(ReportedPerson person, UInt128 id, UInt128 number)
    {
        if (person.Report is not { KommuneNr: { } municipality, DataYear: { } year, SerialNumber: { } serial } || string.IsNullOrEmpty(person.BrukerNr))
        {
            return null;
        }

        var key = default(ContentHash);
        key.Add(municipality);
        key.Add(person.BrukerNr);
        var extra = ((ulong)person.IdentityType << TypeAt) | ((ulong)year << YearAt) | ((ulong)serial & SerialMask);
        return new Fact(FactKind.LocalNumber, key.Value, LinkFact.Identity, person.Ordinal, person.Line, id, number, extra);
    }
}
