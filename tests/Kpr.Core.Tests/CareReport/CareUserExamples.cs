using Kpr.Core.Formats.CareReport;
using Kpr.Core.Rules;
using static Kpr.Core.Tests.CareReport.CareReportExample;

namespace Kpr.Core.Tests.CareReport;

/// <summary>Examples of the rules about a user: person, household, assessments, diagnoses.</summary>
internal static class CareUserExamples
{
    private const string Assessment = "</Kartlegging>";

    private static readonly (string, string) Resident =
        ("</Bruker>", "<Tjeneste tjenesteID=\"L\" tjenesteType=\"21\" startDato=\"2024-02-01\" tjenesteOrgNr=\"974760673\"/></Bruker>");

    // Who lives in an institution gets no home service and lives with others.
    private static readonly (string, string)[] Moved = [Resident, ("tjenesteType=\"15\" startDato=\"2025-01-15\"", "tjenesteType=\"15\" startDato=\"2025-01-15\" sluttDato=\"2025-06-01\""), ("husstand=\"1\"", "husstand=\"2\"")];

    public static IReadOnlyList<CareReportExample> All { get; } =
    [
        Keeps("A07", "dead within the year", (" kjonn=", " dodsdato=\"2025-12-20\" kjonn=")),
        Rejects("A07", "dead before the year", "dodsdato", "<Bruker", (" kjonn=", " dodsdato=\"2024-12-31\" kjonn=")),

        Keeps("A21", "with others", ("husstand=\"1\"", "husstand=\"2\"")),
        Warns("A21", "no household", "husstand", "<Boforhold", (" husstand=\"1\"", "")),
        Warns("A21", "nothing of how the user lives", "husstand", "<Bruker", ("<Boforhold husstand=\"1\" boligtype=\"11\" privatHjelp=\"6\"/>", "")),
        Warns("A21", "a household of no list", "husstand", "<Boforhold", ("husstand=\"1\"", "husstand=\"4\"")),
        Keeps("A22", "a resident with others", Moved),
        Warns("A22", "a resident alone", "husstand", "<Boforhold", [Resident, Moved[1]]),
        Keeps("A23", "with parents at seventy", ("husstand=\"1\"", "husstand=\"3\""), ("fodselsar=\"1942\"", "fodselsar=\"1955\"")),
        Warns("A23", "with parents at eighty-three", "husstand", "<Boforhold", ("husstand=\"1\"", "husstand=\"3\"")),
        Keeps("A24", "a foreigner", ("komNrHjem=\"0301\" bydel=\"030101\"", "komNrHjem=\"9000\"")),
        Warns("A24", "a municipality that is no more", "komNrHjem", "<Bruker", ("komNrHjem=\"0301\" bydel=\"030101\"", "komNrHjem=\"1601\"")),
        Warns("A24", "no home", "komNrHjem", "<Bruker", ("komNrHjem=\"0301\" bydel=\"030101\"", "")),
        Keeps("A25", "two digits", ("bydel=\"030101\"", "bydel=\"01\"")),
        Keeps("A25", "no district outside the cities", ("komNrHjem=\"0301\" bydel=\"030101\"", "komNrHjem=\"3205\"")),
        Warns("A25", "none in Oslo", "bydel", "<Bruker", (" bydel=\"030101\"", "")),
        Warns("A25", "that of another city", "bydel", "<Bruker", ("030101", "460101")),
        Warns("A25", "one outside the cities", "bydel", "<Bruker", ("komNrHjem=\"0301\"", "komNrHjem=\"3205\"")),
        Warns("A26", "a sex of no list", "kjonn", "<Bruker", ("kjonn=\"1\"", "kjonn=\"3\"")),
        Keeps("A27", "none stated", (" sivilstand=\"1\"", "")),
        Warns("A27", "of no list", "sivilstand", "<Bruker", ("sivilstand=\"1\"", "sivilstand=\"X\"")),
        Warns("A27", "a married child", "sivilstand", "<Bruker", ("sivilstand=\"1\"", "sivilstand=\"2\""), ("fodselsar=\"1942\"", "fodselsar=\"2015\"")),

        Keeps("A28", "each once"),
        Warns("A28", "twice", "variabel", "variabel=\"20\"", ("variabel=\"20\"", "variabel=\"19\"")) with { At = "variabel=\"19\"", Others = "A32" },
        Warns("A28", "of no list", "variabel", "variabel=\"21\"", ("variabel=\"20\"", "variabel=\"21\"")) with { Others = "A32" },
        Keeps("A29", "not relevant", ("variabel=\"1\" skar=\"2\"", "variabel=\"1\" skar=\"9\"")),
        Warns("A29", "six", "skar", "skar=\"6\"", ("variabel=\"1\" skar=\"2\"", "variabel=\"1\" skar=\"6\"")) with { Others = "A31" },
        Keeps("A30", "blind", ("variabel=\"13\" skar=\"4\"", "variabel=\"13\" skar=\"5\"")),
        Warns("A30", "eight", "skar", "skar=\"8\"", ("variabel=\"14\" skar=\"5\"", "variabel=\"14\" skar=\"8\"")) with { Others = "A31" },
        Keeps("A31", "all twenty"),
        Warns("A31", "nineteen", "Funksjon", "<Kartlegging", ("<Funksjon variabel=\"20\" skar=\"1\"/>", "")),
        Warns("A31", "one without score", "Funksjon", "<Kartlegging", ("variabel=\"20\" skar=\"1\"", "variabel=\"20\"")),
        Keeps("A32", "eleven months before", ("Kartlegging dato=\"2025-01-20\"", "Kartlegging dato=\"2024-02-20\"")),
        Warns("A32", "two years before", "Kartlegging", "hendelse=\"2\"", ("Kartlegging dato=\"2025-01-20\"", "Kartlegging dato=\"2023-01-20\"")),
        Keeps("A33", "one that tells"),
        new("A33", "nothing relevant") { Changes = [.. Enumerable.Range(1, 5).Select(score => ($"skar=\"{score}\"", "skar=\"9\""))], Breaks = true, Severity = Severity.Warning, Field = "skar", At = "<Kartlegging" },
        Keeps("A34", "in the past"),
        Warns("A34", "tomorrow", "dato", "<Kartlegging", ("Kartlegging dato=\"2025-01-20\"", "Kartlegging dato=\"2026-01-11\"")) with { Others = "A32" },
        Warns("A34", "before birth", "dato", "<Kartlegging", ("Kartlegging dato=\"2025-01-20\"", "Kartlegging dato=\"1941-01-20\"")) with { Others = "A32" },
        Keeps("A35", "a resident who needs help", Moved),
        Warns("A35", "a resident who needs none", "skar", "<Kartlegging", [.. Moved, ("variabel=\"7\" skar=\"3\"", "variabel=\"7\" skar=\"1\""), ("variabel=\"11\" skar=\"2\"", "variabel=\"11\" skar=\"1\"")]),
        Keeps("A36", "ICD-10", ("kodeverk=\"ICPC-2\" kode=\"P70\"", "kodeverk=\"ICD-10\" kode=\"F009\"")),
        Warns("A36", "a code of the other system", "kode", "<Diagnose", ("kode=\"P70\"", "kode=\"F009\"")),
        Warns("A36", "another system", "kode", "<Diagnose", ("ICPC-2", "ICPC-3")),
        Keeps("A37", "a male chapter", ("kode=\"P70\"", "kode=\"Y77\"")),
        Warns("A37", "pregnancy of a man", "kode", "<Diagnose", ("kode=\"P70\"", "kode=\"W78\"")),
        Warns("A37", "a male chapter of a woman", "kode", "<Diagnose", ("kode=\"P70\"", "kode=\"Y77\""), ("kjonn=\"1\"", "kjonn=\"2\"")),
        Keeps("A41", "no plan and no service", ("<Tjeneste", "<!--"), ("</Bruker>", "-->")) with { Changes = [("<Tjeneste tjenesteID=\"T2\" sakID=\"S2\" tjenesteType=\"15\" startDato=\"2025-01-15\" timerPerUke=\"4.50\" tjenesteOrgNr=\"974760673\"/>", "")] },
        Warns("A41", "a plan and no service", "individuellPlan", "<Vurdering", ("individuellPlan=\"2\"", "individuellPlan=\"1\""), ("<Tjeneste tjenesteID=\"T2\" sakID=\"S2\" tjenesteType=\"15\" startDato=\"2025-01-15\" timerPerUke=\"4.50\" tjenesteOrgNr=\"974760673\"/>", "")),
        Keeps("A42", "a risk of one assessed", ("individuellPlan=", "ernaering=\"4\" individuellPlan=")),
        Warns("A42", "a plan of one not assessed", "ernaering", "<Vurdering", ("individuellPlan=", "ernaering=\"5\" individuellPlan="), ("<Kartlegging", "<!--"), (Assessment, "-->")) with { Others = "A32" },
        Keeps("A43", "one who objects, with what would break rules", (" kjonn=", " motsattSeg=\"1\" kjonn="), ("kode=\"P70\"", "kode=\"X\""), ("individuellPlan=", "ernaering=\"5\" individuellPlan=")),
        Keeps("A09", "after birth"),
        Rejects("A09", "before birth", "startDato", "<Bruker") with { Match = ReportMatch.StartsBeforeBirth },
    ];
}
