using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Core.Tests.SchoolHealth;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.Rules;

/// <summary>Examples of the rules that school health alone breaks, and of those that it shares with care events.</summary>
internal static class SchoolHealthRuleExamples
{
    private const Severity File = Severity.RejectFile;
    private const Severity Record = Severity.RejectRecord;
    private const Severity Warning = Severity.Warning;

    // Lines of the second record: its notification, consultation, child, participant, health worker, measurement and unit.
    private const int First = 12;
    private const int Event = 13;
    private const int Child = 14;
    private const int Participant = 15;
    private const int Worker = 16;
    private const int Measured = 17;
    private const int UnitLine = 18;

    private static readonly string OtherMan = Number(Sex.Male);
    private static readonly string Woman = Number(Sex.Female);

    public static IReadOnlyList<RuleExample> All { get; } =
    [
        Whole("E01", "one consultation", document => document.Add().Add()),
        Broken("E01", "no consultation", Record, "Notifikasjon", First, ("<Konsultasjon", "<!--"), ("<Barn_ungdom", ""), ("</Konsultasjon>", "-->")),
        Broken("E01", "two consultations", Record, "Notifikasjon", First, ("</Konsultasjon>", "</Konsultasjon><Konsultasjon/>")),
        Broken("E02", "no GUID", File, "notifikasjonGUID", First, ($" notifikasjonGUID=\"{XprDocument.Id(2)}\"", "")),
        Broken("E03", "a gap", Warning, "notifikasjonLopeNr", First, ("notifikasjonLopeNr=\"2\"", "notifikasjonLopeNr=\"4\"")),
        Broken("E04", "another before", Warning, "notifikasjonForrigeGUID", First, ($"notifikasjonForrigeGUID=\"{XprDocument.Id(1)}\"", $"notifikasjonForrigeGUID=\"{XprDocument.Id(9)}\"")),
        Broken("E05", "a correction of nothing", Record, "notifikasjonRef", First, ("=\"N\"", "=\"M\"")),
        Broken("E06", "status T", Record, "statusNotifikasjon", First, ("=\"N\"", "=\"T\"")),

        Keeps("E07", "registered before the hour of the consultation, on its day", ("2026-03-01T09:00:00", "2026-02-28T07:00:00")),
        Broken("E07", "registered the day before", Record, "datoTidStart", Event, ("2026-03-01T09:00:00", "2026-02-27T09:00:00")),
        Broken("E07", "registered tomorrow", Record, "konsultasjonRegistrertTidspunkt", Event, ("2026-03-01T09:00:00", "2026-03-03T09:00:00")),
        Broken("E07", "registered after the extraction", Warning, "konsultasjonRegistrertTidspunkt", Event, ("2026-03-01T09:00:00", "2026-03-02T09:00:00")),
        Broken("E07", "measured after the extraction", Warning, "malingDatoTid", Measured, ("2026-02-28T08:40:00", "2026-03-02T08:40:00")),

        Whole("F04", "a batch message", document => document.Add().Root = document.Root.Replace("meldingstype=\"K\"", "meldingstype=\"B\"", StringComparison.Ordinal)),
        Message("F04", "a type outside the list", File, "meldingstype", "meldingstype=\"K\"", "meldingstype=\"X\""),
        Message("F09", "the end of the period decides the year", File, "kommuneNr", "2026-02-01", "2026-02-01") with
        {
            File = () => RuleExample.Whole(
                document => document.Add().Municipality = document.Municipality.Replace("0301", "0219", StringComparison.Ordinal), SchoolHealthDocument.Module),
            Sender = "0219", Line = 13,
        },

        Whole("F11", "a day", document => document.Add().Root = document.Root.Replace("2026-02-01", "2026-02-28", StringComparison.Ordinal)),
        Message("F11", "an end before the beginning", File, "tilDatoPeriode", "fraDatoPeriode=\"2026-02-01\"", "fraDatoPeriode=\"2026-03-01\""),
        Message("F11", "two years", File, "tilDatoPeriode", "2026-02-01", "2025-12-31"),
        Message("F11", "extracted before the end", File, "uttakDato", "uttakDato=\"2026-03-01\"", "uttakDato=\"2026-02-27\"") with { Others = "E07" },
        Whole("F12", "extracted today", document => document.Add().Root = document.Root.Replace("uttakDato=\"2026-03-01\"", "uttakDato=\"2026-03-02\"", StringComparison.Ordinal)),
        Message("F12", "extracted tomorrow", File, "uttakDato", "uttakDato=\"2026-03-01\"", "uttakDato=\"2026-03-03\""),

        Whole("F20", "a contact of type 18", document => document.Add()),
        Whole("F20", "a contact of another type only", document => document.Add().Contacts = document.Contacts.Replace("\"18\"", "\"1\"", StringComparison.Ordinal)),
        new("F20", "a contact without a usable address")
        {
            Module = SchoolHealthDocument.Module,
            File = () => RuleExample.Whole(
                document => document.Add().Contacts = document.Contacts.Replace("@", "(at)", StringComparison.Ordinal), SchoolHealthDocument.Module),
            Breaks = true, Severity = Warning, Line = 12, Field = "meldEpost1",
        },

        Message("F02", "no first day of the period", File, "fraDatoPeriode", " fraDatoPeriode=\"2026-02-01\"", ""),
        Message("F02", "a day that is none", File, "uttakDato", "uttakDato=\"2026-03-01\"", "uttakDato=\"2026-02-30\""),
        Message("F02", "no serial number", Warning, "lopenr", " lopenr=\"7\"", ""),
        Message("F02", "a serial number that is none", Warning, "lopenr", "lopenr=\"7\"", "lopenr=\"sju\""),

        Keeps("F02", "breastfeeding does not apply", ("amming=\"3\"", "amming=\"\"")),
        Broken("F02", "breastfeeding not told", Record, "amming", Event, (" amming=\"3\"", "")),
        Broken("F02", "breastfeeding outside the list", Warning, "amming", Event, ("amming=\"3\"", "amming=\"4\"")),
        Broken("F02", "a form outside the list", Warning, "formKonsultasjon", Event, ("formKonsultasjon=\"I\"", "formKonsultasjon=\"T\"")),
        Broken("F02", "no recommended type", Record, "anbefaltTypeKonsultasjon", Event, (" anbefaltTypeKonsultasjon=\"2A\"", "")),
        Broken("F02", "an empty recommended type", Record, "anbefaltTypeKonsultasjon", Event, ("\"2A\"", "\"\"")),
        Broken("F02", "a recommended type outside the list", Warning, "anbefaltTypeKonsultasjon", Event, ("\"2A\"", "\"3A\"")),
        Broken("F02", "no key", Record, "konsultasjonID", Event, (" konsultasjonID=\"K2\"", "")),
        Broken("F02", "too long a key", Record, "konsultasjonID", Event, ("\"K2\"", $"\"{new string('K', 101)}\"")),
        Broken("F02", "no start", Record, "datoTidStart", Event, (" datoTidStart=\"2026-02-28T08:30:00\"", "")),
        Broken("F02", "an episode that is no GUID", Record, "episodeGUID", Event, (" konsultasjonID", " episodeGUID=\"1\" konsultasjonID")),
        Broken("F02", "no child", Record, "Barn_ungdom", Event, ("<Barn_ungdom", "<!--"), ("typeID=\"1\"/>", "-->")),
        Broken("F02", "two children", Record, "Barn_ungdom", Child, ("typeID=\"1\"/>", "typeID=\"1\"/><Barn_ungdom/>")),
        Broken("F02", "a child behind the participants", Record, "Barn_ungdom", UnitLine + 1, ("<Barn_ungdom", "<!--"), ("typeID=\"1\"/>", "-->"),
            ("</Konsultasjon>", $"<Barn_ungdom pasientGUID=\"{XprDocument.Id(2002)}\" barn_ungdomNr=\"B2\" kjonn=\"1\" fodselsar=\"1942\" fid=\"{XprDocument.Person}\" typeID=\"1\"/></Konsultasjon>")),
        Broken("F02", "a birth year that is no number", Record, "fodselsar", Child, ("fodselsar=\"1942\"", "fodselsar=\"nitten\"")),
        Broken("F02", "no sex", Record, "kjonn", Child, (" kjonn=\"1\"", "")),
        Broken("F02", "a participant of no type", Warning, "deltakerType", Participant, (" deltakerType=\"2\"", "")),
        Broken("F02", "a participant outside the list", Warning, "deltakerType", Participant, ("deltakerType=\"2\"", "deltakerType=\"7\"")),
        Broken("F02", "no profession", Record, "polUtforende", Worker, (" polUtforende=\"28\"", "")),
        Broken("F02", "a role outside the list", Warning, "rolle", Worker, (" polUtforende", " rolle=\"9\" polUtforende")),
        Broken("F02", "a code of measurement outside the list", Warning, "typeMalingKodet", Measured, (" typeMaling=", " typeMalingKodet=\"Vekt\" typeMaling=")),
        Broken("F02", "measured at no time", Warning, "malingDatoTid", Measured, ("2026-02-28T08:40:00", "i dag")),
        Broken("F02", "too long a value", Warning, "verdi", Measured, ("11,3", new string('1', 21))),
        Broken("F02", "a result without number", Warning, "maleresultatNr", Measured, (" maleresultatNr=\"1\"", "")),
        Broken("F02", "two results of one number", Warning, "maleresultatNr", Measured, ("</Maling>", "<Maleresultat maleresultatNr=\"01\" verdi=\"2\"/></Maling>")),
        Broken("F02", "an element of another place", Record, "Maleresultat", Participant, ("<Deltaker deltakerType=\"2\"/>", "<Deltaker deltakerType=\"2\"><Maleresultat/></Deltaker>")),
        Municipal("F02", "a unit that nobody knows", Warning, "enhetID", 9, "enhetID=\"HS1\"", "enhetID=\"HS2\""),
        Municipal("F02", "a unit without key", Warning, "enhetID", 13, "<Enhet ", "<Enhet orgNr=\"974760673\"/><Enhet "),
        Municipal("F02", "two units of one key", Warning, "enhetID", 13, "</Kommune>", "<Enhet enhetID=\"HS1\"/></Kommune>"),
        Municipal("F02", "a unit with a prohibited attribute", File, "sektor", 13, "<Enhet ", "<Enhet sektor=\"400\" "),
        Municipal("F18", "a unit with an unknown attribute", File, "adresse", 13, "<Enhet ", "<Enhet adresse=\"Veien 1\" "),
        Municipal("I27", "a unit with a wrong number", Warning, "orgNr", 13, "974760673", "974760674"),
        Municipal("I27", "a municipality with a wrong number", Warning, "kommuneOrgNr", 13, "kommuneNr=\"0301\"", "kommuneNr=\"0301\" kommuneOrgNr=\"1\""),

        Keeps("I14", "the birth year of the number", ("fodselsar=\"1942\"", "fodselsar=\" 1942\"")),
        Broken("I14", "another birth year", Warning, "fid", First, ("fodselsar=\"1942\"", "fodselsar=\"1943\"")),
        Keeps("I15", "sex not told", ("kjonn=\"1\"", "kjonn=\"9\"")),
        Broken("I15", "another sex", Warning, "fid", First, ("kjonn=\"1\"", "kjonn=\"2\"")),
        Keeps("A26", "a sex of the list", ("kjonn=\"1\"", "kjonn=\"0\"")),
        Broken("A26", "a sex outside the list", Warning, "kjonn", First, ("kjonn=\"1\"", "kjonn=\"M\"")),
        Keeps("I18", "a corrected number", ("=\"N\"", $"=\"M\" notifikasjonRef=\"{XprDocument.Id(1)}\""), (XprDocument.Person, OtherMan)) with { Others = "I18" },
        Broken("I18", "another number", Record, "fid", First, (XprDocument.Person, OtherMan)),
        Keeps("I18", "a birth date is no second number", (XprDocument.Person, "170342"), ("typeID=\"1\"", "typeID=\"9\"")) with { Others = "I07" },
        Keeps("I19", "another child", (XprDocument.Person, Woman), ("kjonn=\"1\"", "kjonn=\"2\""), ("\"B2\"", "\"B3\""), (XprDocument.Id(2002).ToString(), XprDocument.Id(2003).ToString())),
        Broken("I19", "another local number", Warning, "fid", First, ("\"B2\"", "\"B3\"")),
        Broken("I21", "an identity number", Record, "barn_ungdomNr", First, ("\"B2\"", $"\"{Woman}\"")) ,
        Broken("I25", "born next year", Record, "fid", First, ("fodselsar=\"1942\"", "fodselsar=\"2027\"")) with { Others = "I14" },
        Keeps("I26", "no HPR number", (" helsepersonHPR=\"999000123\"", "")),
        Broken("I26", "an HPR number of ten digits", Warning, "helsepersonHPR", First, ("999000123", "9990001234")),
        Broken("I28", "a number as value", Record, "verdi", First, ("11,3", Woman)),
        Broken("I28", "a number in the key", Record, "konsultasjonID", First, ("\"K2\"", $"\"K-{Woman}\"")),
        Broken("I28", "a number as unit", Record, "enhetID", First, ("\"HS1\"", $"\"{Woman}\"")) with { Others = "F02" },
        Broken("I28", "a number as birth year", Record, "fodselsar", First, ("fodselsar=\"1942\"", $"fodselsar=\"{Woman}\"")) with { Others = "I14,I25" },
    ];

    private static RuleExample Keeps(string rule, string @case, params (string Find, string Put)[] changes) =>
        new(rule, @case) { Module = SchoolHealthDocument.Module, File = () => RuleExample.Second(changes, SchoolHealthDocument.Module) };

    private static RuleExample Broken(string rule, string @case, Severity severity, string field, int line, params (string Find, string Put)[] changes) =>
        Keeps(rule, @case, changes) with { Breaks = true, Severity = severity, Ordinal = 2, Line = line, Field = field };

    private static RuleExample Whole(string rule, string @case, Action<XprDocument> change) =>
        new(rule, @case) { Module = SchoolHealthDocument.Module, File = () => RuleExample.Whole(change, SchoolHealthDocument.Module) };

    private static RuleExample Message(string rule, string @case, Severity severity, string field, string find, string put) =>
        Whole(rule, @case, document => document.Add().Root = document.Root.Replace(find, put, StringComparison.Ordinal)) with
        {
            Breaks = true,
            Severity = severity,
            Line = 2,
            Field = field,
        };

    private static RuleExample Municipal(string rule, string @case, Severity severity, string field, int line, string find, string put) =>
        Whole(rule, @case, document => document.Add().Municipality = document.Municipality.Replace(find, put, StringComparison.Ordinal)) with
        {
            Breaks = true,
            Severity = severity,
            Line = line,
            Field = field,
        };

    private static string Number(Sex sex) => Enumerable.Range(1, 50)
        .Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(1942, 3, 17), sex, serial)).First(number => number is not null and not XprDocument.Person)!;
}
