using static Kpr.Core.Tests.CareReport.CareReportExample;

namespace Kpr.Core.Tests.CareReport;

/// <summary>Examples of the rules about services and cases.</summary>
internal static class ServiceExamples
{
    private const string Stop = "startDato=\"2025-01-15\"";

    public static IReadOnlyList<CareReportExample> All { get; } =
    [
        Keeps("A01", "meals", More("5", "2025-02-01")),
        Rejects("A01", "a code of no list", "tjenesteType", "tjenesteType=\"99\"", More("99", "2025-02-01")),
        Rejects("A01", "a code of earlier years", "tjenesteType", "tjenesteType=\"12\"", More("12", "2016-02-01")),
        Rejects("A01", "a code of later years", "tjenesteType", "tjenesteType=\"29\"", More("29", "2017-02-01")) with { Document = d => d.In(2018, "3.0.6"), Others = "A04" },
        Warns("A01", "an old code in its years", "tjenesteType", "tjenesteType=\"13\"", More("13", "2016-02-01")) with { Document = d => d.In(2018, "3.0.6"), Others = "A04" },
        Keeps("A02", "a start"),
        Rejects("A02", "no start", "startDato", "<Tjeneste", (" startDato=\"2025-01-15\"", "")),
        Keeps("A03", "a day", (Stop, "startDato=\"2025-01-15\" sluttDato=\"2025-01-15\"")),
        Rejects("A03", "a stop before the start", "sluttDato", "<Tjeneste", (Stop, "startDato=\"2025-01-15\" sluttDato=\"2025-01-14\"")),
        Keeps("A04", "New Year's Eve", (Stop, "startDato=\"2025-12-31\"")),
        Rejects("A04", "New Year's Day", "startDato", "<Tjeneste", (Stop, "startDato=\"2026-01-01\"")),
        Keeps("A05", "1980", More("5", "1980-01-01")),
        Rejects("A05", "1979", "startDato", "1979", More("5", "1979-12-31")),
        Rejects("A05", "before the birth year", "startDato", "1999", More("5", "1999-12-31"), ("fodselsar=\"1942\"", "fodselsar=\"2000\"")),
        Keeps("A06", "ended on New Year's Day", More("5", "2024-02-01", " sluttDato=\"2025-01-01\"")),
        Warns("A06", "ended the year before", "sluttDato", "2024-12-31", More("5", "2024-02-01", " sluttDato=\"2024-12-31\"")),
        Keeps("A08", "ended thirty days after", (" kjonn=", " dodsdato=\"2025-06-01\" kjonn="), (Stop, "startDato=\"2025-01-15\" sluttDato=\"2025-07-01\"")),
        Warns("A08", "still open", "sluttDato", "<Tjeneste", (" kjonn=", " dodsdato=\"2025-06-01\" kjonn=")),
        Keeps("A10", "all hours of the week", ("4.50", "168.00")),
        Rejects("A10", "more", "timerPerUke", "<Tjeneste", ("4.50", "168.01")),
        Keeps("A11", "hours"),
        Warns("A11", "none", "timerPerUke", "<Tjeneste", (" timerPerUke=\"4.50\"", "")),
        Warns("A11", "zero", "timerPerUke", "<Tjeneste", ("4.50", "0")),
        Keeps("A12", "meals without hours", More("5", "2025-02-01")),
        Warns("A12", "meals with hours", "timerPerUke", "tjenesteType=\"5\"", More("5", "2025-02-01", " timerPerUke=\"1\"")),
        Keeps("A13", "two persons round the clock", ("4.50", "168"), More("3", "2019-02-01", " timerPerUke=\"168\" tjenesteOrgNr=\"974760673\""), ("fodselsar=\"1942\"", "fodselsar=\"1970\"")),
        Warns("A13", "three", "timerPerUke", "<Tjeneste", ("4.50", "168"), ("</Bruker>", Service("3", "2019-02-01", " timerPerUke=\"168\" tjenesteOrgNr=\"974760673\"") + Service("1", "2019-02-01", " timerPerUke=\"1\" tjenesteOrgNr=\"974760673\"") + "</Bruker>"), ("fodselsar=\"1942\"", "fodselsar=\"1970\"")),
        Keeps("A14", "an optional provider", More("5", "2025-02-01")),
        Warns("A14", "no provider", "tjenesteOrgNr", "<Tjeneste", (" tjenesteOrgNr=\"974760673\"", "")),
        Keeps("A15", "housing without provider", More("29", "2024-02-01")),
        Warns("A15", "housing with provider", "tjenesteOrgNr", "tjenesteType=\"29\"", More("29", "2024-02-01", " tjenesteOrgNr=\"974760673\"")),
        Keeps("A16", "moved on the day", Stays("2025-02-01", "2025-06-01", "2025-06-01")),
        Warns("A16", "overlapping", "startDato", "2025-05-01", Stays("2025-02-01", "2025-06-01", "2025-05-01")),
        Keeps("A17", "a home service that ended", [.. Stays("2024-02-01", "2024-06-01", "2025-06-02")[1..2], More("21", "2024-02-01", " tjenesteOrgNr=\"974760673\""), (Stop, "startDato=\"2025-01-15\" sluttDato=\"2025-06-01\"")]),
        Warns("A17", "a home service that goes on", "tjenesteType", "tjenesteType=\"15\"", [.. Stays("2024-02-01", "2024-06-01", "2025-06-02")[1..2], More("21", "2024-02-01", " tjenesteOrgNr=\"974760673\"")]),
        Keeps("A18", "fourteen days", More("25", "2025-03-01", " sluttDato=\"2025-03-15\" tjenesteOrgNr=\"974760673\"")),
        Warns("A18", "fifteen days", "sluttDato", "tjenesteType=\"25\"", More("25", "2025-03-01", " sluttDato=\"2025-03-16\" tjenesteOrgNr=\"974760673\"")),
        Keeps("A19", "a year", More("20", "2024-12-31", " tjenesteOrgNr=\"974760673\"")),
        Warns("A19", "more", "startDato", "tjenesteType=\"20\"", More("20", "2024-12-30", " tjenesteOrgNr=\"974760673\"")),
        Keeps("A20", "another start", ("</Bruker>", Service("5", "2025-02-01") + Service("5", "2025-03-01") + "</Bruker>")),
        Warns("A20", "twice the same", "tjenesteType", "tjenesteType=\"5\"", ("</Bruker>", Service("5", "2025-02-01") + Service("5", "2025-02-01") + "</Bruker>")),
        Keeps("A38", "a refusal without service", ("utfall=\"2\"", "utfall=\"1\""), ("sakID=\"S2\" tjenesteType=\"15\"", "sakID=\"S9\" tjenesteType=\"15\"")) with { Others = "A40" },
        Warns("A38", "an outcome of an application", "utfall", "hendelse=\"1\"", ("hendelse=\"1\"", "hendelse=\"1\" utfall=\"2\"")),
        Warns("A38", "a refusal of an active service", "utfall", "hendelse=\"2\"", ("utfall=\"2\"", "utfall=\"1\"")) with { Others = "A40" },
        Keeps("A39", "an emergency", More("25", "2025-01-04", " sluttDato=\"2025-01-12\" sakID=\"S2\" tjenesteOrgNr=\"974760673\"")),
        Warns("A39", "a decision before the application", "dato", "hendelse=\"2\"", ("dato=\"2025-01-10\"", "dato=\"2025-01-04\"")),
        Warns("A39", "a start before the decision", "startDato", "<Tjeneste", (Stop, "startDato=\"2025-01-09\"")),
        Keeps("A40", "meals need none", More("5", "2025-02-01")),
        Keeps("A40", "a service of an earlier year", More("1", "2024-02-01", " timerPerUke=\"1\" tjenesteOrgNr=\"974760673\"")),
        Warns("A40", "no decision", "sakID", "tjenesteType=\"1\"", More("1", "2025-02-01", " timerPerUke=\"1\" tjenesteOrgNr=\"974760673\"")),
        Keeps("A44", "at eighty", More("11", "2024-02-01", " timerPerUke=\"5\""), ("fodselsar=\"1942\"", "fodselsar=\"1945\"")),
        Warns("A44", "at eighty-three", "tjenesteType", "tjenesteType=\"11\"", More("11", "2024-02-01", " timerPerUke=\"5\"")),
        Keeps("A46", "begun before", More("3", "2005-02-01", " timerPerUke=\"5\" tjenesteOrgNr=\"974760673\"")),
        Warns("A46", "begun after", "startDato", "tjenesteType=\"3\"", More("3", "2012-02-01", " timerPerUke=\"5\" tjenesteOrgNr=\"974760673\"")),
        new("A47", "an alarm in the older format") { Changes = [More("6", "2024-02-01")], Document = d => d.In(2025, "3.7") },
        Warns("A47", "an alarm in format 57", "tjenesteType", "tjenesteType=\"6\"", More("6", "2024-02-01")),
    ];

    private static string Service(string type, string start, string rest = "") =>
        $"<Tjeneste tjenesteID=\"X{type}-{start}-{Guid.NewGuid():N}\" tjenesteType=\"{type}\" startDato=\"{start}\"{rest}/>\n";

    private static (string, string) More(string type, string start, string rest = "") => ("</Bruker>", $"{Service(type, start, rest)}</Bruker>");

    // Two long-term stays of one who gets no home service and lives with others.
    private static (string, string)[] Stays(string first, string stop, string second) =>
    [
        ("</Bruker>", Service("21", first, $" sluttDato=\"{stop}\" sakID=\"S2\" tjenesteOrgNr=\"974760673\"") + Service("21", second, " sakID=\"S2\" tjenesteOrgNr=\"974760673\"") + "</Bruker>"),
        ("husstand=\"1\"", "husstand=\"2\""),
        (Stop, "startDato=\"2025-01-15\" sluttDato=\"2025-01-31\""),
    ];
}
