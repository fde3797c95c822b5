using Kpr.Core.Cases.Content;

namespace Kpr.Core.Tests.Cases;

/// <summary>Applications that lack nothing.</summary>
internal static class Applications
{
    public const string Protocol = "protocol";
    public const string Dpia = "dpia";
    public const string Rek = "rek";
    public const string Mockup = "mockup";
    public static readonly DateOnly Ends = new(2029, 6, 30);

    public static ApplicationContent PersonLevel(params string[] registers)
    {
        var sources = registers.Length == 0 ? ["kpr"] : registers;
        return new ApplicationContent(
            new ProjectSection("Legevakt og eldre", "Bruk av legevakt blant eldre.", "kohort", Ends, Ends.AddMonths(3)),
            new PartiesSection(
                new Contact("Kontakt En", "kontakt@example.no"), new Contact("Leder To", "leder@example.no"), new Organisation("Eksempeluniversitetet", Actors.ControllerNumber)),
            new PeopleSection([new AccessPerson("Forsker En", "Eksempeluniversitetet", ConfirmedByController: true)]),
            new PurposeSection(PurposeCategory.HealthResearch, "Hvem bruker legevakt, og når?", "Bedre planlegging av legevakt."),
            new SourcesSection([.. sources.Select(register => new RequestedSource(
                register, new DateOnly(2018, 1, 1), new DateOnly(2023, 12, 31), [new RequestedVariable("claims.tidspunkt", "Tidspunkt for kontakt."), new RequestedVariable("claims.diagnoser", "Hovedutfall.")]))]),
            new LinkageSection(sources.Length > 1, sources.Length > 1 ? "Kobles med løpenummer." : null),
            new LegalSection(
                "6(1)(e)", "9(2)(j)", "helseforskningsloven § 9", ConfidentialityRoute.IndirectExemption, Identifiability.Indirect, null,
                new RekApproval("2025/1", new DateOnly(2025, 1, 10), new DateOnly(2030, 12, 31), true, sources, Rek), null, Dpia),
            new SecuritySection("Tofaktor og logging.", "Analyserom ved universitetet"),
            new DeliverySection("csv"),
            new InvoiceSection("Eksempeluniversitetet", Actors.ControllerNumber, "K-100"));
    }

    public static ApplicationContent Statistics() => new(
        new ProjectSection("Fastlegekontakter", "Kontakter per kommune, til masteroppgave.", StudentProject: true),
        new PartiesSection(new Contact("Student En", "student@example.no")),
        Purpose: new PurposeSection(PurposeCategory.HealthResearch, "Hvordan varierer kontakter mellom kommuner?"),
        Sources: new SourcesSection(
            [new RequestedSource("kpr", new DateOnly(2020, 1, 1), new DateOnly(2023, 12, 31), [new RequestedVariable("claims.bostedKommuneNr", null)])], TableMockup: Mockup),
        Invoice: new InvoiceSection("Student En", BuyerReference: "master"));
}
