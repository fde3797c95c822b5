using System.Globalization;
using Kpr.Core.Cases;

namespace Kpr.Functions.Applications.Http;

/// <summary>The published page of all errors (docs/api-errors.md), made from the catalogues themselves.</summary>
public static class ErrorsPage
{
    /// <summary>Writes the page in Markdown, lines ended by a line feed.</summary>
    public static void Write(TextWriter page)
    {
        Lines(page,
            "# Feil (errors of the HTTP interface)", string.Empty,
            "Denne siden er laget av programmet (`functions/Kpr.Functions/Applications/Http/Problems.cs` og `functions/Kpr.Core/Cases`) og holdes à jour av en test.",
            "Hvert svar som ikke er vellykket, er `application/problem+json` med et nummer som ikke endres.", string.Empty,
            "This page is made from the program and kept current by a test. Every answer that is no success is `application/problem+json` with a stable number.",
            string.Empty, "## Forespørselen (the request)", string.Empty, "| Nr. | HTTP | Tekst | Text |", "|---|---|---|---|");
        foreach (var problem in Problems.All)
        {
            Lines(page, string.Create(CultureInfo.InvariantCulture, $"| {problem.Number} | {problem.Status} | {problem.Norwegian} | {problem.English} |"));
        }

        Lines(page, string.Empty, "## Reglene (the rules)", string.Empty, "| Nr. | HTTP | Tekst | Text | Kilde |", "|---|---|---|---|---|");
        foreach (var refusal in RefusalCatalogue.All)
        {
            Lines(page, string.Create(CultureInfo.InvariantCulture, $"| {refusal.Number} | {Problems.StatusOf(refusal)} | {refusal.Norwegian} | {refusal.English} | {refusal.Source} |"));
        }
    }

    private static void Lines(TextWriter page, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            page.Write(line);
            page.Write('\n');
        }
    }
}
