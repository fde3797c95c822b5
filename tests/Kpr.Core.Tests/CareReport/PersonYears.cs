using Kpr.Core.Formats.CareReport;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.CareReport;

/// <summary>Facts about the same person in several reports.</summary>
internal static class PersonYears
{
    /// <summary>The municipality whose report is judged.</summary>
    public const string Own = "0301";

    private static readonly string[] Others = ["3205", "4601", "5001", "1103"];

    /// <summary>The rules that speak of a person who is in other municipalities too.</summary>
    public static IEnumerable<string> InOthers(int count, bool active)
    {
        var start = active ? new DateOnly(2025, 3, 1) : (DateOnly?)null;
        return Told([Person(Own, start), .. Others.Take(count).Select(number => Person(number, start).AsKnown())]);
    }

    /// <summary>The rules that speak of a local number that stood for another year's number.</summary>
    public static IEnumerable<string> OfLocalNumber(int year, UInt128 number, UInt128 before) => Told(Local(year, number), Local(year - 1, before).AsKnown());

    /// <summary>The rules that speak of a person.</summary>
    public static IEnumerable<string> Told(params Fact[] facts)
    {
        var context = CareReportDocument.Context();
        using var tally = new FileTally([new MessageSpan(1, 1)], null);
        tally.JudgeAcrossRecords(facts.Order(Comparer<Fact>.Create(static (a, b) => Fact.Compare(a, b))), new CareReportFeed().GroupRules(context), context);
        return tally.Finish().Rules.Keys;
    }

    /// <summary>A person in the report of a municipality.</summary>
    public static Fact Person(string municipality, DateOnly? start, long serial = 1)
    {
        var report = new ShipmentSummary(CareReportShipment.Professional, municipality, serial, new(2025, 1, 1), new(2025, 12, 31), new(2026, 1, 8));
        var user = new CareUser();
        user.Begin(1, 1, 0);
        user.Report = Heading(municipality, serial, 2025);
        if (start is { } day)
        {
            user.Services.Add(new ReportedService { Line = 1, Start = day });
        }

        var person = new Fact(FactKind.ReportLink, 1, LinkFact.Identity, 1, 1, 1, 77, 0);
        return PersonYearFact.Of(report, new LinkFact(person), new LinkFact(LinkFact.Of(user, 1, rejected: false)))!.Value;
    }

    /// <summary>A local number in the report of a year.</summary>
    public static Fact Local(int year, UInt128 number, long serial = 1, IdentityType type = IdentityType.BirthNumber)
    {
        var person = new ReportedPerson();
        person.Begin(1, 1, 0);
        (person.Report, person.BrukerNr, person.IdentityType) = (Heading(Own, serial, year), "B1", type);
        return LocalNumberFact.Of(person, 1, number)!.Value;
    }

    private static CareReportEnvelope Heading(string municipality, long serial, int year) => new()
    {
        Index = 0,
        Line = 1,
        FirstOrdinal = 1,
        Shipment = CareReportShipment.Identity,
        KommuneNr = municipality,
        SerialNumber = serial,
        PeriodFrom = new DateOnly(year, 1, 1),
        PeriodTo = new DateOnly(year, 12, 31),
    };
}
