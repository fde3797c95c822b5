using Kpr.Core.Identity;
using Kpr.Core.Rules;
using static Kpr.Core.Tests.Rules.RuleExample;

namespace Kpr.Core.Tests.Rules;

/// <summary>Examples of the identity rules, told through care events.</summary>
internal static class PersonRuleExamples
{
    private const Severity File = Severity.RejectFile;
    private const Severity Record = Severity.RejectRecord;
    private const Severity Warning = Severity.Warning;

    private static readonly DateOnly Birth = new(1980, 5, 17);

    private static readonly string BirthNumber = First(serial => SyntheticIdentity.BirthNumber(Birth, Sex.Female, serial));
    private static readonly string DNumber = First(serial => SyntheticIdentity.DNumber(Birth, Sex.Male, serial));
    private static readonly string HNumber = First(serial => SyntheticIdentity.HNumber(Birth, Sex.Male, serial));
    private static readonly string FhNumber = First(SyntheticIdentity.FhNumber);
    private static readonly string Duf = First(serial => SyntheticIdentity.DufNumber(2015, serial));
    private static readonly string From2032 = First(serial => SyntheticIdentity.BirthNumberFrom2032(Birth, serial, 2));
    private static readonly string Placeholder =
        new[] { "00100", "00200", "55555", "99999" }.Select(ending => "178580" + ending).First(number => NationalIdNumber.Analyse(number).IsPlaceholder);

    // A fødselsnummer without the mark of being synthetic, but nobody's: numbers were first given in 1964.
    private static readonly string Unmarked = Enumerable.Range(50_000, 10_000)
        .Select(ending => $"010155{ending}").First(number => NationalIdNumber.Analyse(number).IsValid());

    public static IReadOnlyList<RuleExample> All { get; } =
    [
        Keeps("I01", "a number", ("1783", "1783")),
        Keeps("I01", "a birth date when there is no number", Person("170580", "9")) with { Others = "I07" },
        Broken("I01", "no number", File, "fid", 8, (" fid=\"17834200368\"", "")),
        Broken("I01", "an empty number", File, "fid", 8, ("17834200368", "")),
        Broken("I01", "no number and no type", File, "fid", 8, (" fid=\"17834200368\" typeID=\"1\"", "")) with { Others = "I02" },

        Keeps("I02", "a type of the list", Person(Duf, "10")),
        Broken("I02", "no type", File, "typeID", 8, (" typeID=\"1\"", "")),
        Broken("I02", "an empty type", File, "typeID", 8, ("typeID=\"1\"", "typeID=\"\"")),
        Broken("I02", "a type outside the list", Record, "typeID", 8, ("typeID=\"1\"", "typeID=\"11\"")),
        Broken("I02", "a leading zero", Record, "typeID", 8, ("typeID=\"1\"", "typeID=\"01\"")),
        Broken("I02", "an unknown type leaves the number unjudged", Record, "typeID", 8, Person("12345678901", "99")),

        Keeps("I03", "a birth number", Person(BirthNumber, "1")),
        Broken("I03", "a wrong check digit", Record, "fid", 8, Person(Spoil(BirthNumber), "1")),
        Broken("I03", "ten digits", Record, "fid", 8, Person(BirthNumber[1..], "1")),
        Broken("I03", "a blank behind", Record, "fid", 8, Person(BirthNumber + " ", "1")),
        Broken("I03", "a wrong D-number sent as a birth number", Record, "fid", 8, Person(Spoil(DNumber), "1")),

        Keeps("I04", "a D-number", Person(DNumber, "2")),
        Broken("I04", "a wrong check digit", Record, "fid", 8, Person(Spoil(DNumber), "2")),
        Broken("I04", "a wrong birth number sent as a D-number", Record, "fid", 8, Person(Spoil(BirthNumber), "2")),

        Keeps("I05", "a DUF number", Person(Duf, "10")),
        Broken("I05", "a wrong control", Record, "fid", 8, Person(Spoil(Duf), "10")),

        Keeps("I06", "a type that links", Person(DNumber, "2")),
        Broken("I06", "an H-number", Warning, "typeID", 8, Person(HNumber, "3")) with { Others = "I07" },

        Keeps("I07", "a DUF number", Person(Duf, "10")),
        Broken("I07", "a passport number", Warning, "typeID", 8, Person("AB12345", "4")),
        Broken("I07", "a common help number", Warning, "typeID", 8, Person(FhNumber, "12")),

        Keeps("I08", "a birth date", Person("290200", "9")) with { Others = "I07" },
        Broken("I08", "a day that does not exist", Record, "fid", 8, Person("300280", "9")) with { Others = "I07" },
        Broken("I08", "eight digits", Record, "fid", 8, Person("17051980", "9")) with { Others = "I07" },

        Keeps("I09", "synthetic in test", Person(BirthNumber, "1")),
        Keeps("I09", "no numbers of types 1 and 2 in production", document => document.Add(text =>
            text.Replace("17834200368", Duf, StringComparison.Ordinal).Replace("typeID=\"1\"", "typeID=\"10\"", StringComparison.Ordinal))) with { Settings = Production },
        new("I09", "a synthetic D-number sent as a birth number to production")
        {
            File = () => Bytes(One(DNumber, "1")), Settings = Production,
            Breaks = true, Severity = Record, Ordinal = 1, Line = 3, Field = "fid", Others = "I12",
        },
        new("I09", "a number with month + 40 in production, where the setting calls it synthetic")
        {
            File = () => Bytes(One(HNumber, "1")), Settings = settings => { Production(settings); settings.AcceptMonthPlus40 = true; },
            Breaks = true, Severity = Record, Ordinal = 1, Line = 3, Field = "fid",
        },
        Keeps("I09", "a wrong number is wrong, not synthetic", document => One(Spoil(BirthNumber), "1", document)) with { Settings = Production, Others = "I03" },

        Keeps("I10", "synthetic in test", Person(DNumber, "2")),
        Keeps("I10", "types other than 1 and 2", Person(HNumber, "3")) with { Others = "I06,I07" },
        Broken("I10", "a number without the mark", File, "fid", 8, Person(Unmarked, "1")) with { Others = "I25" },
        Keeps("I10", "a number without the mark in production", document => One(Unmarked, "1", document)) with { Settings = Production, Others = "I25" },
        Keeps("I10", "month + 40 by a setting", Person(HNumber, "1")) with { Settings = settings => settings.AcceptMonthPlus40 = true },
        Keeps("I10", "month + 40 without the setting is an H-number", Person(HNumber, "1")) with { Others = "I06,I07,I12" },

        Keeps("I11", "a number of the old rule", Person(BirthNumber, "1")),
        Broken("I11", "before 2032", Record, "fid", 8, Person(From2032, "1")),
        Broken("I11", "before 2032, by the setting", Record, "fid", 8, Person(From2032, "1")) with { Settings = settings => settings.AcceptRelaxedCheckDigit = true },
        Broken("I11", "from 2032, without the setting", Record, "fid", 8, Person(From2032, "1")) with { ReceivedAt = In2032 },
        Keeps("I11", "from 2032, by the setting", Person(From2032, "1")) with { ReceivedAt = In2032, Settings = settings => settings.AcceptRelaxedCheckDigit = true },
        Keeps("I11", "a birth number of the new rule sent as a D-number is no D-number", Person(From2032, "2")) with { Others = "I04" },

        Keeps("I12", "type and number agree", Person(DNumber, "2")),
        Broken("I12", "a D-number sent as a birth number", Warning, "typeID", 8, Person(DNumber, "1")),
        Broken("I12", "a birth number sent as a D-number", Warning, "typeID", 8, Person(BirthNumber, "2")),
        Broken("I12", "a birth number sent as DUF", Warning, "typeID", 8, Person(BirthNumber, "10")),
        Broken("I12", "a DUF number sent as a birth number", Warning, "typeID", 8, Person(Duf, "1")),
        Broken("I12", "a common help number sent as a birth number", Warning, "typeID", 8, Person(FhNumber, "1")) with { Others = "I07" },
        Broken("I12", "judged under the corrected type", Warning, "typeID", 8, Person(Unmarked, "2")) with { Others = "I10,I25" },

        Keeps("I13", "a number", Person(BirthNumber, "1")),
        Broken("I13", "a placeholder is not judged under its type", Warning, "fid", 8, Person(Placeholder, "1")),
        Broken("I13", "a placeholder in production", Warning, "fid", 8, Person(Placeholder, "1")) with
        {
            File = () => Bytes(One(Placeholder, "1")), Settings = Production, Ordinal = 1, Line = 3,
        },

        Keeps("I21", "a local number", ("brukerNr=\"B2\"", "brukerNr=\"2\"")),
        Keeps("I21", "eleven digits that are no identity number", ("brukerNr=\"B2\"", "brukerNr=\"12345678901\"")),
        Broken("I21", "an identity number", Record, "brukerNr", 8, ("brukerNr=\"B2\"", $"brukerNr=\"{BirthNumber}\"")),
        Broken("I21", "an identity number among letters", Record, "brukerNr", 8, ("brukerNr=\"B2\"", $"brukerNr=\"B-{DNumber}\"")),

        Keeps("I25", "the day before the 126th birthday", Person(Born(1900, 3, 3), "1")),
        Broken("I25", "the 126th birthday", Record, "fid", 8, Person(Born(1900, 3, 2), "1")),
        Keeps("I25", "born today", Person(Born(2026, 3, 2), "1")),
        Broken("I25", "born tomorrow", Record, "fid", 8, Person(Born(2026, 3, 3), "1")),

        Keeps("I27", "no number", (" tjenesteID=", " tjenesteID=")),
        Keeps("I27", "a number", OrganisationNumber(First(SyntheticIdentity.OrganisationNumber))),
        Keeps("I27", "a number with a zero behind", OrganisationNumber(First(SyntheticIdentity.OrganisationNumber) + "0")),
        Broken("I27", "a wrong check digit", Warning, "tjenesteOrgNr", 8, OrganisationNumber(Spoil(First(SyntheticIdentity.OrganisationNumber)))),

        Keeps("I28", "a local key", ("tjenesteID=\"T2\"", "tjenesteID=\"T-2026-0000002\"")),
        Broken("I28", "a number in the service's key", Record, "tjenesteID", 8, ("tjenesteID=\"T2\"", $"tjenesteID=\"T{BirthNumber}x\"")),
        Broken("I28", "a number as serial number", Record, "notifikasjonLopeNr", 8, ("notifikasjonLopeNr=\"2\"", $"notifikasjonLopeNr=\"{DNumber}\"")) with { Others = "E03" },
        Broken("I28", "a number as organisation number", Record, "tjenesteOrgNr", 8, OrganisationNumber(BirthNumber)) with { Others = "I27" },
        Broken("I28", "a number in the pause's key", Record, "midlertidigStoppID", 8,
            ("TjenesteStart", "MidlertidigStoppFra"), (" tjenesteID=", $" midlertidigStoppID=\"{HNumber}\" tjenesteID=")),
    ];

    private static DateTimeOffset In2032 => new(2032, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static (string Find, string Put)[] Person(string number, string type) =>
        [("17834200368", number), ("typeID=\"1\"", $"typeID=\"{type}\"")];

    private static (string Find, string Put) OrganisationNumber(string number) => (" tjenesteID=", $" tjenesteOrgNr=\"{number}\" tjenesteID=");

    private static Xpr.XprDocument One(string number, string type, Xpr.XprDocument? document = null) =>
        (document ?? new CareEvents.CareEventDocument()).Add(text => text
            .Replace("17834200368", number, StringComparison.Ordinal).Replace("typeID=\"1\"", $"typeID=\"{type}\"", StringComparison.Ordinal))
        .Add(text => text.Replace("17834200368", Duf, StringComparison.Ordinal).Replace("typeID=\"1\"", "typeID=\"10\"", StringComparison.Ordinal));

    private static string Born(int year, int month, int day) =>
        First(serial => SyntheticIdentity.BirthNumber(new DateOnly(year, month, day), Sex.Female, serial));

    private static string First(Func<int, string?> make) => Enumerable.Range(0, 50).Select(make).First(number => number is not null)!;

    private static string Spoil(string number) => number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10));

    private static void Production(RuleSettings settings) => settings.Environment = KprEnvironment.Production;
}
