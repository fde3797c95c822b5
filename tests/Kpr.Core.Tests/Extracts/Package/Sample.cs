using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;

namespace Kpr.Core.Tests.Extracts.Package;

/// <summary>A codebook of a made-up extract, with texts that try to break out of where they are put; and certificates.</summary>
internal static class Sample
{
    public const string Nasty = "\"Sitat\" og 'apostrof'\nny linje </script><b>&amp; `makro' $pris \\ */ skråstrek; | punkt.";

    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static ExtractTable Persons { get; } = new(
        "personer", "En person", "A person",
        [
            new("person", "string", "Prosjektets personnøkkel", "The project's person key") { Required = true },
            new("fodselsaar", "year", "Fødselsår", "Year of birth") { Variable = "care-events.fodselsaar", Form = "year", FindsPersons = true },
            new("kjonn", "integer", "Kjønn", "Sex") { CodeList = "3101", Codes = [new("1", "Mann"), new("2", "Kvinne"), new("9", "Ikke spesifisert")] },
        ],
        ["person"]);

    public static ExtractTable Contacts { get; } = new(
        "kontakter", "En kontakt", "A contact",
        [
            new("person", "string", "Prosjektets personnøkkel", "The project's person key") { Required = true },
            new("dato", "date", "Dato for kontakten", "Day of the contact") { Required = true },
            new("tid", "datetime", "Tidspunkt", "Time"),
            new("maaned", "yearmonth", "Måned", "Month"),
            new("kommune", "string", Nasty, Nasty) { CodeList = "3402", Codes = [new("0301", "Oslo"), new("4601", "Bergen 'by' \"x\"")], FindsPersons = true },
            new("honorar", "integer", "Honorar", "Fee") { Unit = "øre" },
            new("diagnose", "string", "Diagnose", "Diagnosis") { Codes = [new("A01", Nasty), new("P76", "Depressiv lidelse")] },
        ],
        [])
    {
        Parent = new("personer", "person"),
    };

    public static Codebook Codebook { get; } = new(
        new Bilingual($"Kontakter {Nasty}", "Contacts <i>"), "PROSJEKT-1", "SAK-2026-0001", "B-1", 2, Now, "catalogue-7", "0123456789abcdef", ["care-events/2023/0301 v12", "claims/2023/05 v3"],
        new Bilingual("Alle med minst to kontakter", "Everybody with two contacts at least"), new DateOnly(2022, 1, 1), new DateOnly(2023, 12, 31), 1200,
        [
            new(Persons, new PackagedFile("personer.csv", 48_000, new string('a', 64), 1200), 1200, 0, Figures(Persons, "kjonn", 7)),
            new(Contacts, new PackagedFile("kontakter.csv", 9_876_543, new string('b', 64), 123_456), 1200, 3, Figures(Contacts, "tid", 11)),
        ],
        "Register & Sønn", "kontakt@example.no")
    {
        Coarsening = [new("Alder er delt i femårsgrupper.", "Ages are in bands of five years.")],
        QualityNotes = [new("<script>alert(1)</script>", "Some months are incomplete.")],
        EndsOn = new DateOnly(2028, 6, 30),
        DeletionOn = new DateOnly(2028, 12, 31),
        Delimiter = ';',
    };

    /// <summary>A certificate of the maker's own signing, with its key.</summary>
    public static X509Certificate2 Certificate(
        int bits = 2048, X509KeyUsageFlags? usage = X509KeyUsageFlags.KeyEncipherment, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var rsa = RSA.Create(bits);
        var request = new CertificateRequest("CN=Test mottaker, O=Eksempel", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (usage is { } flags)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, critical: true));
        }

        return request.CreateSelfSigned(from ?? Now.AddYears(-1), until ?? Now.AddYears(1));
    }

    private static Dictionary<string, ColumnFigures> Figures(ExtractTable table, string column, long missing) =>
        table.Columns.ToDictionary(one => one.Name, one => new ColumnFigures(one.Name == column ? missing : 0, 19));
}
