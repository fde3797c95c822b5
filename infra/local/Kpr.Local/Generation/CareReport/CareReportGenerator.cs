using System.Globalization;
using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.CareReport;

/// <summary>Writes the annual report of one municipality about the year before the set's day: KPR_IDE and KPR_IPL.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="municipality">Municipality number.</param>
/// <param name="users">Number of users.</param>
/// <param name="taken">The identity numbers of the set's other reports.</param>
/// <param name="clock">Tells when the files will be received: soon.</param>
internal sealed class CareReportGenerator(GenerateOptions options, string municipality, int users, ISet<string> taken, TimeProvider clock)
{
    private const string Feed = "care-report";

    private readonly int _year = options.Today.Year - 1;
    private readonly SplitMix _random = SplitMix.For(options.Seed, ulong.Parse(municipality, CultureInfo.InvariantCulture), 34);
    private readonly List<Person> _people = [];

    /// <summary>Writes the pair; nothing where the municipality was none at the end of the data year.</summary>
    /// <param name="rate">Rate of faults.</param>
    public IEnumerable<ExpectedFile> Generate(double rate)
    {
        if (!Municipalities.IsValid(municipality, new DateOnly(_year, 12, 31)))
        {
            yield break;
        }

        var source = new ReportUsers(options, municipality, _year);
        for (var i = 0; i < users; i++)
        {
            _people.Add(source.PersonOf(i, taken));
        }

        var pairs = new ReportPairs(options, source, _people, SplitMix.For(options.Seed, ulong.Parse(municipality, CultureInfo.InvariantCulture), 35).Next(), rate);
        var (persons, reported, services, rejected) = pairs.Count();
        var organisation = Population.Organisation(_random);
        var (identity, professional) = (Heading("ide", organisation, persons, 0), Heading("ipl", organisation, reported, services));
        var fault = PlantInPair(identity, professional, rejected ? 0 : rate);
        yield return Write(identity, fault.OfIdentity, fault.Separates || rejected, pairs.Persons);
        yield return Write(professional, fault.OfProfessional, fault.Separates || rejected, pairs.Users);
    }

    private ReportHeading Heading(string code, string organisation, long records, long services) => new()
    {
        Code = code,
        MessageType = code == "ide" ? "KPR_IDE" : "KPR_IPL",
        MessageId = _random.Guid().ToString(),
        Recipient = options.Environment == KprEnvironment.Production ? "122612" : "171479",
        Organisation = organisation,
        Version = _year >= 2023 && _random.PerMille(500) ? "57.0.1" : "3.7",
        Municipality = municipality,
        Year = _year,
        ExtractedOn = options.Today < new DateOnly(_year + 1, 1, 9) ? options.Today : new DateOnly(_year + 1, 1, 8),
        Records = records,
        Services = services,
    };

    // The smallest set has no fault of a whole shipment: one rejected would leave the other waiting for ever.
    private PairFault PlantInPair(ReportHeading identity, ReportHeading professional, double rate)
    {
        if (options.Size.IsTiny || !_random.Chance(rate))
        {
            return PairFault.None;
        }

        switch (_random.Below(6))
        {
            case 0:
                identity.Records++;
                return new PairFault([("F17", Severity.RejectFile)], [], Separates: true);
            case 1:
                professional.Services++;
                return new PairFault([], [("F17", Severity.RejectFile)], Separates: true);
            case 2:
                professional.Serial++;
                return PairFault.Both("F15");
            case 3:
                identity.ExtractedOn = identity.ExtractedOn.AddDays(-1);
                return PairFault.Both("F15");
            case 4:
                professional.Contacts.Remove("17");
                return new PairFault([], [("F20", Severity.Warning)], Separates: false);
            default:
                professional.MessageType = "KPR_IDE";
                return new PairFault([], [("F04", Severity.RejectFile)], Separates: true);
        }
    }

    private ExpectedFile Write(
        ReportHeading heading, IReadOnlyList<(string Rule, Severity Severity)> faults, bool separated,
        Func<bool, IEnumerable<(Action<ReportXml> Write, RecordDraft Draft, bool Again)>> records)
    {
        var plan = new FilePlan { IsGzip = !options.Size.IsTiny && _random.PerMille(150) };
        plan.Declared = plan.Actual = _random.PerMille(250) ? Encoding.Latin1 : FilePlan.Utf8;
        var path = string.Create(CultureInfo.InvariantCulture, $"{Feed}/{municipality}/{(heading.IsIdentity ? "KPR_IDE" : "KPR_IPL")}-{_year}.xml{(plan.IsGzip ? ".gz" : "")}");
        var expected = new ExpectedFile(path, Feed, municipality);
        expected.BeginMessage();
        using (var output = new OutputFile(options.Folder, path, plan))
        {
            var xml = new ReportXml(output.Text, plan, heading);
            foreach (var (write, draft, again) in records(separated))
            {
                write(xml);
                if (again)
                {
                    expected.AddDuplicate();
                }
                else
                {
                    expected.AddRecord(draft.RecordId, draft.Expected);
                }
            }

            xml.Close();
        }

        foreach (var (rule, severity) in faults.Concat(OutsideWindow()))
        {
            expected.ExpectOfMessage(rule, severity);
        }

        return expected;
    }

    // F13 is judged in production, by the day of receipt.
    private IEnumerable<(string Rule, Severity Severity)> OutsideWindow()
    {
        var day = NorwegianTime.Today(clock);
        return options.Environment == KprEnvironment.Production && (day < new DateOnly(_year + 1, 1, 2) || day > new DateOnly(_year + 1, 6, 30))
            ? [("F13", Severity.Warning)]
            : [];
    }

    // What is wrong with a pair, and whether that parts it: nothing is matched then.
    private sealed record PairFault(
        IReadOnlyList<(string Rule, Severity Severity)> OfIdentity, IReadOnlyList<(string Rule, Severity Severity)> OfProfessional, bool Separates)
    {
        public static PairFault None { get; } = new([], [], false);

        public static PairFault Both(string rule) => new([(rule, Severity.RejectFile)], [(rule, Severity.RejectFile)], true);
    }
}
