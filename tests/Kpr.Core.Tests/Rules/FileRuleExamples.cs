using System.Text;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;
using static Kpr.Core.Tests.Rules.RuleExample;

namespace Kpr.Core.Tests.Rules;

/// <summary>Examples of the rules about files, told through care events. What hostile files do is in HostileFileTests.</summary>
internal static class FileRuleExamples
{
    private const Severity File = Severity.RejectFile;
    private const Severity Record = Severity.RejectRecord;
    private const Severity Warning = Severity.Warning;

    public static IReadOnlyList<RuleExample> All { get; } =
    [
        new("F01", "well-formed XML"),
        BrokenFile("F01", "a tag that is not closed", File, null, 10, document => document.Add().Closing = ""),
        new("F01", "no file at all") { File = () => [], Breaks = true, Severity = File },

        new("F02", "the structure of the format"),
        Keeps("F02", "no notifications", _ => { }),
        BrokenFile("F02", "another root", File, null, 1, document => (document.Declaration, document.Root, document.Closing) = ("", "<Annet>", "</Annet>")) with
        {
            Line = 2, File = () => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\n<Annet/>"),
        },
        BrokenFile("F02", "another namespace", File, null, 2, document => document.Root = document.Root.Replace("56_0_0_ipl", "55_0_0_ipl", StringComparison.Ordinal)),
        BrokenFile("F02", "no contacts", File, "Kontaktperson", 2, document => document.Contacts = ""),
        BrokenFile("F02", "no municipality", File, "Kommune", 2, document => document.Municipality = ""),
        BrokenFile("F02", "a notification behind the contacts", File, "Notifikasjon", 9, document => document.Add().Municipality += CareEventDocument.Notification(2)),
        BrokenFile("F02", "contacts behind the municipality", File, "Kontaktperson", 4, document => (document.Contacts, document.Municipality) = ("<!-- -->", $"{document.Municipality}{document.Contacts}")) with { Line = 5 },
        BrokenFile("F02", "text in the message", File, "Melding", 2, document => document.Contacts = $"tekst{document.Contacts}"),
        BrokenFile("F02", "a prohibited attribute of the message", File, "uttakDato", 2, document => document.Root = document.Root.Replace(" versjon=", " uttakDato=\"2026-03-01\" versjon=", StringComparison.Ordinal)),
        BrokenFile("F02", "an element in the municipality", File, "Kommune", 5, document => document.Municipality = "<Kommune kommuneNr=\"0301\"><Kommune/></Kommune>"),
        BrokenFile("F02", "a missing text about the sender's system", Warning, "versjonEPJ", 2, document => document.Root = document.Root.Replace(" versjonEPJ=\"1.0\"", "", StringComparison.Ordinal)),

        Broken("F02", "a missing user", Record, "Bruker", 9, ("<Bruker", "<!--"), ("/>", "-->")),
        Broken("F02", "two users", Record, "Bruker", 10, ("/>", "/><Bruker/>")),
        Broken("F02", "a misplaced element", Record, "Kommune", 10, ("/>", "/><Kommune/>")),
        Broken("F02", "text in an event", Record, "TjenesteStart", 9, ("<Bruker", "tekst<Bruker")) with { Line = 9 },
        Broken("F02", "a prohibited attribute of the user", Record, "kjonn", 10, (" typeID=", " kjonn=\"1\" typeID=")),
        Broken("F02", "an attribute of another element", Record, "midlertidigStoppID", 9, (" tjenesteID=", " midlertidigStoppID=\"P\" tjenesteID=")),
        Broken("F02", "a missing attribute", Record, "hendelseDato", 9, (" hendelseDato=\"2026-02-28\"", "")),
        Broken("F02", "no date", Record, "hendelseDato", 9, ("2026-02-28", "2026-02-30")),
        Broken("F02", "a time for a date", Record, "hendelseDato", 9, ("2026-02-28", "2026-02-28T00:00:00")),
        Broken("F02", "no time of registration", Record, "hendelseRegTid", 9, ("2026-03-01T09:00:00", "2026-03-01")),
        Broken("F02", "no time of notification", Record, "notifikasjonTid", 8, ("2026-03-01T10:00:00", "i går")),
        Broken("F02", "a malformed GUID of the notification", Record, "notifikasjonGUID", 8, ($"notifikasjonGUID=\"{CareEventDocument.Id(2)}\"", "notifikasjonGUID=\"2\"")),
        Broken("F02", "a malformed GUID of the user", Record, "pasientGUID", 10, ($"pasientGUID=\"{CareEventDocument.Id(2002)}\"", "pasientGUID=\"2\"")),
        Broken("F02", "a missing GUID of the user", Record, "pasientGUID", 10, ($" pasientGUID=\"{CareEventDocument.Id(2002)}\"", "")),
        Broken("F02", "a malformed reference", Record, "notifikasjonRef", 8, ("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"M\" notifikasjonRef=\"x\"")),
        Broken("F02", "no local number", Record, "brukerNr", 10, (" brukerNr=\"B2\"", "")),
        Broken("F02", "an empty local number", Record, "brukerNr", 10, ("brukerNr=\"B2\"", "brukerNr=\"\"")),
        Broken("F02", "too long a local number", Record, "brukerNr", 10, ("brukerNr=\"B2\"", $"brukerNr=\"{new string('B', 101)}\"")),
        Broken("F02", "an empty key of the service", Record, "tjenesteID", 9, ("tjenesteID=\"T2\"", "tjenesteID=\"\"")),
        Broken("F02", "no key of the pause", Record, "midlertidigStoppID", 9, ("TjenesteStart", "MidlertidigStoppFra")),
        Broken("F02", "seven characters for a district", Record, "bydel", 10, (" fid=", " bydel=\"0301010\" fid=")),

        Keeps("F18", "namespaces and schema hints", document => document.Add().Root = document.Root.Replace(" versjon=",
            " xmlns:a=\"urn:a\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\" versjon=", StringComparison.Ordinal)),
        Broken("F18", "an unknown attribute", File, "navn", 10, (" fid=", " navn=\"N\" fid=")),
        Broken("F18", "a known name in another namespace", File, "fid", 10, (" fid=", " a:fid=\"1\" xmlns:a=\"urn:a\" fid=")),
        Broken("F18", "an attribute of XML", File, "lang", 10, (" fid=", " xml:lang=\"no\" fid=")),
        Broken("F18", "an unknown element", File, "Navn", 10, ("/>", "/><Navn>N</Navn>")),
        BrokenFile("F18", "an unknown element of the message", File, "Annet", 4, document => document.Contacts = $"<Annet/>{document.Contacts}"),
        BrokenFile("F18", "an unknown attribute of a contact", File, "rolle", 4, document => document.Contacts = document.Contacts.Replace(" kontPerson=\"Kontakt\"", " rolle=\"R\" kontPerson=\"Kontakt\"", StringComparison.Ordinal)),

        new("F19", "within the limits"),
        BrokenFile("F19", "a DTD", File, null, 2, document => document.Root = $"<!DOCTYPE Melding [<!ENTITY a \"b\">]>{document.Root}"),

        Keeps("F23", "Norwegian letters in UTF-8", ("brukerNr=\"B2\"", "brukerNr=\"Åse\"")),
        new("F23", "ISO-8859-1 that says so")
        {
            File = () => Encoding.Latin1.GetBytes(new CareEventDocument { Declaration = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" }.Add().ToString()),
        },
        new("F23", "ISO-8859-1 that says nothing")
        {
            File = () => Encoding.Latin1.GetBytes(new CareEventDocument { Declaration = "<?xml version=\"1.0\"?>" }.Add().ToString()),
            Breaks = true, Severity = File,
        },
    ];
}
