using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Xpr;
using static Kpr.Core.Tests.Rules.RuleExample;

namespace Kpr.Core.Tests.Rules;

/// <summary>Examples of the rules of care events and their envelope.</summary>
internal static class CareEventRuleExamples
{
    private const Severity File = Severity.RejectFile;
    private const Severity Record = Severity.RejectRecord;
    private const Severity Warning = Severity.Warning;

    public static IReadOnlyList<RuleExample> All { get; } =
    [
        new("E01", "one event"),
        Broken("E01", "no event", Record, "Notifikasjon", 8, ("<TjenesteStart", "<!--"), ("</TjenesteStart>", "-->"), ("<Bruker", "<")),
        Broken("E01", "two events", Record, "Notifikasjon", 8, ("</TjenesteStart>", "</TjenesteStart><TjenesteSlutt/>")),

        new("E02", "a GUID of its own"),
        Broken("E02", "no GUID", File, "notifikasjonGUID", 8, ($" notifikasjonGUID=\"{Id(2)}\"", "")),
        Broken("E02", "an empty GUID", File, "notifikasjonGUID", 8, ($"notifikasjonGUID=\"{Id(2)}\"", "notifikasjonGUID=\"\"")),
        Broken("E02", "the GUID that stands for none", File, "notifikasjonGUID", 8, ($"notifikasjonGUID=\"{Id(2)}\"", $"notifikasjonGUID=\"{Guid.Empty}\"")),
        Later("E02", "the GUID of another", File, "notifikasjonGUID", ($"notifikasjonGUID=\"{Id(3)}\"", $"notifikasjonGUID=\"{Id(1)}\"")),
        Later("E02", "the GUID of another, in other letters", File, "notifikasjonGUID", ($"notifikasjonGUID=\"{Id(3)}\"", $"notifikasjonGUID=\"{{{Id(1).ToString().ToUpperInvariant()}}}\"")),

        new("E03", "one more each time"),
        Keeps("E03", "a file that begins anywhere", document => document.Add(text => text.Replace("notifikasjonLopeNr=\"1\"", "notifikasjonLopeNr=\"900\"", StringComparison.Ordinal))),
        Later("E03", "a gap", Warning, "notifikasjonLopeNr", ("notifikasjonLopeNr=\"3\"", "notifikasjonLopeNr=\"5\"")),
        Later("E03", "the same again", Warning, "notifikasjonLopeNr", ("notifikasjonLopeNr=\"3\"", "notifikasjonLopeNr=\"2\"")),
        Broken("E03", "no number, and its place is counted", Warning, "notifikasjonLopeNr", 8, ("notifikasjonLopeNr=\"2\"", "notifikasjonLopeNr=\"to\"")),
        Keeps("E03", "a missing one is told by F02", ("notifikasjonLopeNr=\"2\"", "")) with { Others = "F02" },

        new("E04", "each names the one before"),
        Broken("E04", "another", Warning, "notifikasjonForrigeGUID", 8, ($"notifikasjonForrigeGUID=\"{Id(1)}\"", $"notifikasjonForrigeGUID=\"{Id(7)}\"")),
        Broken("E04", "none, though not the first", Warning, "notifikasjonForrigeGUID", 8, ($"notifikasjonForrigeGUID=\"{Id(1)}\"", $"notifikasjonForrigeGUID=\"{Guid.Empty}\"")),
        Keeps("E04", "a malformed one is told by F02", ($"notifikasjonForrigeGUID=\"{Id(1)}\"", "notifikasjonForrigeGUID=\"x\"")) with { Others = "F02" },
        new("E04", "number 1 that names one")
        {
            File = () => Bytes(new CareEventDocument().Add(text => text.Replace(Guid.Empty.ToString(), Id(9).ToString(), StringComparison.Ordinal))),
            Breaks = true, Severity = Warning, Ordinal = 1, Line = 3, Field = "notifikasjonForrigeGUID",
        },

        Keeps("E05", "a correction of a new one", Correction("M", Id(1))),
        Keeps("E05", "an annulment of one outside the file", Correction("C", Id(77))),
        Broken("E05", "an annulment of one that the register has not received", Warning, "notifikasjonRef", 8, Correction("C", Id(77))) with { KnowsRegister = true },
        Keeps("E05", "a correction of one in the file, judged by the register", Correction("M", Id(1))) with { KnowsRegister = true },
        Broken("E05", "no reference", Record, "notifikasjonRef", 8, ("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"M\"")),
        Broken("E05", "the empty GUID", Record, "notifikasjonRef", 8, Correction("C", Guid.Empty)),
        Broken("E05", "a correction of itself", Record, "notifikasjonRef", 8, Correction("M", Id(2))),

        new("E06", "status N"),
        Keeps("E06", "status C", Correction("C", Id(1))),
        Broken("E06", "status T", Record, "statusNotifikasjon", 8, ("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"T\"")),
        Broken("E06", "a status outside the list", Record, "statusNotifikasjon", 8, ("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"n\"")),

        new("E07", "event, registration, now"),
        Keeps("E07", "registered on the day", ("2026-02-28", "2026-03-01")),
        Keeps("E07", "the sender's clock four minutes ahead", ("2026-03-01T09:00:00", "2026-03-02T12:04:00Z")),
        Broken("E07", "the sender's clock six minutes ahead", Record, "hendelseRegTid", 9, ("2026-03-01T09:00:00", "2026-03-02T12:06:00Z")),
        Keeps("E07", "without zone it is Norwegian time", ("2026-03-01T09:00:00", "2026-03-02T13:04:00")),
        Broken("E07", "without zone it is Norwegian time, and ahead", Record, "hendelseRegTid", 9, ("2026-03-01T09:00:00", "2026-03-02T13:06:00")),
        Broken("E07", "an event after its registration", Record, "hendelseDato", 9, ("2026-02-28", "2026-03-02")),
        Keeps("E07", "past midnight in Norway, not yet in UTC", ("2026-02-28", "2026-03-02"), ("2026-03-01T09:00:00", "2026-03-01T23:30:00Z")),

        Keeps("E08", "an end whose start may be in an earlier file", ("TjenesteStart", "TjenesteSlutt")),
        Broken("E08", "an end whose start the register has not received", Warning, "tjenesteID", 8, ("TjenesteStart", "TjenesteSlutt")) with { KnowsRegister = true },
        Keeps("E08", "an annulled end", ("TjenesteStart", "TjenesteSlutt"), Correction("C", Id(1))) with { KnowsRegister = true },
        Keeps("E08", "start, pause, end in one file", document => Service(document, ("TjenesteStart", "01", ""), ("MidlertidigStoppFra", "02", "P"), ("TjenesteSlutt", "04", ""))) with { KnowsRegister = true },

        Keeps("E09", "start, pause, end", document => Service(document, ("TjenesteStart", "01", ""), ("MidlertidigStoppFra", "02", "P"), ("MidlertidigStoppTil", "03", "P"), ("TjenesteSlutt", "04", ""))),
        Service("E09", "end before start", ("TjenesteStart", "05", ""), ("TjenesteSlutt", "04", "")),
        Service("E09", "a pause before the start", ("TjenesteStart", "05", ""), ("MidlertidigStoppFra", "04", "P")),
        Service("E09", "a pause after the end", ("TjenesteSlutt", "05", ""), ("MidlertidigStoppTil", "06", "P")),
        Service("E09", "a pause that ends before it began", ("MidlertidigStoppFra", "05", "P"), ("MidlertidigStoppTil", "04", "P")),
        Keeps("E09", "two pauses with keys of their own", document => Service(document, ("MidlertidigStoppFra", "05", "P"), ("MidlertidigStoppTil", "04", "Q"))),
        Keeps("E09", "an end that is annulled", document => Service(document, ("TjenesteStart", "01", ""), ("TjenesteSlutt", "04", ""), ("C TjenesteSlutt", "04", ""), ("MidlertidigStoppFra", "06", "P"))),
        Keeps("E09", "an end that is corrected", document => Service(document, ("TjenesteSlutt", "04", ""), ("M TjenesteSlutt", "09", ""), ("MidlertidigStoppFra", "06", "P"))),

        Keeps("E10", "a number", ("TjenesteStart", "TjenesteutforerEndret"), (" tjenesteID=", " tjenesteOrgNr=\"974760673\" tjenesteID=")),
        Broken("E10", "no number", Record, "tjenesteOrgNr", 9, ("TjenesteStart", "TjenesteutforerEndret")),

        Keeps("E11", "a type that is taken", ("tjenesteType=\"21\"", "tjenesteType=\"29\"")),
        Broken("E11", "a type that is not taken yet", Record, "tjenesteType", 9, ("tjenesteType=\"21\"", "tjenesteType=\"1\"")),
        Broken("E11", "a type outside the list", Record, "tjenesteType", 9, ("tjenesteType=\"21\"", "tjenesteType=\"021\"")),
        Keeps("E11", "a type that the operator has taken in", ("tjenesteType=\"21\"", "tjenesteType=\"1\"")) with { Settings = settings => settings.EnabledServiceTypes.Add("1") },

        new("E12", "a key each"),
        Broken("E12", "the key of another user", Record, "tjenesteID", 8, ("tjenesteID=\"T2\"", "tjenesteID=\"T1\"")),
        Broken("E12", "another type of service", Record, "tjenesteType", 8, ("tjenesteID=\"T2\"", "tjenesteID=\"T1\""), ("brukerNr=\"B2\"", "brukerNr=\"B1\""), ("tjenesteType=\"21\"", "tjenesteType=\"20\"")),
        Keeps("E12", "the same user with a corrected number", ("tjenesteID=\"T2\"", "tjenesteID=\"T1\""), ("brukerNr=\"B2\"", "brukerNr=\"B1\""), ("fid=\"17834200368\" typeID=\"1\"", "fid=\"170580\" typeID=\"9\"")) with { Others = "I07" },

        Keeps("E13", "sent again", document => document.Add().Add().Raw(CareEventDocument.Notification(1))),

        new("F03", "version 56.0.0"),
        BrokenFile("F03", "no version", File, "versjon", 2, document => document.Add().Root = document.Root.Replace(" versjon=\"56.0.0\"", "", StringComparison.Ordinal)),
        BrokenFile("F03", "another version", File, "versjon", 2, document => document.Add().Root = document.Root.Replace("56.0.0", "56.0.1", StringComparison.Ordinal)),

        new("F04", "type K"),
        BrokenFile("F04", "another type", File, "meldingstype", 2, document => document.Add().Root = document.Root.Replace("meldingstype=\"K\"", "meldingstype=\"B\"", StringComparison.Ordinal)),
        BrokenFile("F04", "no type", File, "meldingstype", 2, document => document.Add().Root = document.Root.Replace(" meldingstype=\"K\"", "", StringComparison.Ordinal)),

        new("F07", "the sender's municipality"),
        BrokenFile("F07", "another municipality", File, "kommuneNr", 2, document => document.Add().Municipality = "<Kommune kommuneNr=\"4601\"/>"),

        new("F09", "a number of the data year"),
        BrokenFile("F09", "a number of before", File, "kommuneNr", 9, document => document.Add().Municipality = "<Kommune kommuneNr=\"0219\"/>") with { Sender = "0219" },
        Keeps("F09", "the data year is that of the latest notification", document => document
            .Add(text => text.Replace("2026-0", "2019-0", StringComparison.Ordinal)).Municipality = "<Kommune kommuneNr=\"0219\"/>") with { Sender = "0219" },
        BrokenFile("F09", "one notification of a later year", File, "kommuneNr", 14, document => document
            .Add(text => text.Replace("2026-0", "2019-0", StringComparison.Ordinal)).Add().Municipality = "<Kommune kommuneNr=\"0219\"/>") with { Sender = "0219" },
        BrokenFile("F09", "three digits", File, "kommuneNr", 9, document => document.Add().Municipality = "<Kommune kommuneNr=\"301\"/>") with { Sender = "301" },
        BrokenFile("F09", "no number", File, "kommuneNr", 9, document => document.Add().Municipality = "<Kommune/>"),
        BrokenFile("F09", "a county's number", File, "kommuneNr", 9, document => document.Add().Municipality = "<Kommune kommuneNr=\"9999\"/>") with { Sender = "9999" },

        new("F10", "one municipality"),
        BrokenFile("F10", "two", File, "Kommune", 5, document => document.Municipality += "<Kommune kommuneNr=\"4601\"/>"),

        new("F20", "types 16 and 17 with addresses"),
        Keeps("F20", "further types", document => document.Add().Contacts += "<Kontaktperson kontPerson=\"A\" meldEpost1=\"a@b.no\" typeKontaktperson=\"1\"/>"),
        BrokenFile("F20", "no type 17", Warning, "typeKontaktperson", 2, document => document.Add().Contacts = "<Kontaktperson kontPerson=\"A\" meldEpost1=\"a@b.no\" typeKontaktperson=\"16\"/>"),
        BrokenFile("F20", "no name", Warning, "kontPerson", 8, document => document.Add().Contacts += "<Kontaktperson meldEpost1=\"a@b.no\" typeKontaktperson=\"1\"/>"),
        BrokenFile("F20", "no address", Warning, "meldEpost1", 8, document => document.Add().Contacts += "<Kontaktperson kontPerson=\"A\" typeKontaktperson=\"1\"/>"),
        BrokenFile("F20", "an address with a name", Warning, "meldEpost1", 8, document => document.Add().Contacts += "<Kontaktperson kontPerson=\"A\" meldEpost1=\"A &lt;a@b.no&gt;\" typeKontaktperson=\"1\"/>"),
        BrokenFile("F20", "a second address that is none", Warning, "meldEpost2", 8, document => document.Add().Contacts += "<Kontaktperson kontPerson=\"A\" meldEpost1=\"a@b.no\" meldEpost2=\"b\" typeKontaktperson=\"1\"/>"),

        new("F21", "types of the list"),
        BrokenFile("F21", "a type outside the list", Warning, "typeKontaktperson", 8, document => document.Add().Contacts += "<Kontaktperson kontPerson=\"A\" meldEpost1=\"a@b.no\" typeKontaktperson=\"99\"/>"),

        Keeps("F22", "a hundred characters", document => document.Add().Root = document.Root.Replace("Fagsystem", new string('F', 100), StringComparison.Ordinal)),
        BrokenFile("F22", "a hundred and one", Warning, "navnEPJ", 2, document => document.Add().Root = document.Root.Replace("Fagsystem", new string('F', 101), StringComparison.Ordinal)),
    ];

    private static Guid Id(int number) => CareEventDocument.Id(number);

    private static (string Find, string Put) Correction(string status, Guid about) =>
        ("statusNotifikasjon=\"N\"", $"statusNotifikasjon=\"{status}\" notifikasjonRef=\"{about}\"");

    // The fault is in the third record, so that two good ones stand before it.
    private static RuleExample Later(string rule, string @case, Severity severity, string field, (string Find, string Put) change) => new(rule, @case)
    {
        File = () => Bytes(new CareEventDocument().Add().Add().Add(text => text.Replace(change.Find, change.Put, StringComparison.Ordinal))),
        Breaks = true,
        Severity = severity,
        Ordinal = 3,
        Line = 13,
        Field = field,
    };

    private static RuleExample Service(string rule, string @case, params (string Kind, string Day, string Pause)[] events) => new(rule, @case)
    {
        File = () => { var document = new CareEventDocument(); Service(document, events); return Bytes(document); },
        Breaks = true,
        Severity = Record,
        Ordinal = events.Length,
        Line = 3 + (5 * (events.Length - 1)),
        Field = "hendelseDato",
    };

    // Events of one service, in February; a letter before the kind corrects or annuls the event before.
    private static void Service(XprDocument document, params (string Kind, string Day, string Pause)[] events)
    {
        foreach (var (told, day, pause) in events)
        {
            var number = 0;
            document.Add(text =>
            {
                var kind = told[(told.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                number = int.Parse(text.Split("notifikasjonLopeNr=\"")[1].Split('"')[0], System.Globalization.CultureInfo.InvariantCulture);
                text = told == kind ? text : text.Replace("Notifikasjon=\"N\"", $"Notifikasjon=\"{told[0]}\" notifikasjonRef=\"{Id(number - 1)}\"", StringComparison.Ordinal);
                var key = pause.Length == 0 ? "" : $" midlertidigStoppID=\"{pause}\"";
                return text.Replace("TjenesteStart", kind, StringComparison.Ordinal).Replace("2026-02-28", $"2026-02-{day}", StringComparison.Ordinal)
                    .Replace($" tjenesteID=\"T{number}\"", $"{key} tjenesteID=\"T1\"", StringComparison.Ordinal)
                    .Replace($"brukerNr=\"B{number}\"", "brukerNr=\"B1\"", StringComparison.Ordinal);
            });
        }
    }
}
