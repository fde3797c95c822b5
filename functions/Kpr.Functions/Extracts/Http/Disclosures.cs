using System.Globalization;
using System.Text.Json;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Extracts.Http;

/// <summary>The disclosure ledger over HTTP, for the register's staff and internal control: who got what of the register, and by which right. It names no person of the register.</summary>
/// <param name="door">Who may, and the audit log of reads.</param>
/// <param name="audit">The ledger is a chain of the audit log.</param>
/// <param name="clock">The time.</param>
public sealed class Disclosures(ExtractDoor door, AuditLog audit, TimeProvider clock)
{
    private const int UsualPage = 100;
    private const int LargestPage = 1_000;
    private const int FirstYear = 2_000;

    /// <summary>A page of a year, as JSON or as CSV.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) => door.RunAsync(request, ExtractDoor.MayRead, async actor =>
    {
        var format = request.Query["format"].ToString();
        if (Number(request, "year", clock.GetUtcNow().Year) is not (>= FirstYear and <= 9_999 and var year) || Number(request, "after", 0) is not { } after
            || Number(request, "take", UsualPage) is not (> 0 and <= LargestPage and var take) || format is not ("" or "json" or "csv"))
        {
            return ProblemResult.Of(Problems.BadParameter, "year, after, take, format");
        }

        await door.NoteAsync(actor, "disclosures-read", "ledger", string.Create(CultureInfo.InvariantCulture, $"{year} after {after}"), once: false, cancellationToken);
        var rows = (await audit.ReadAsync(Disclosure.ChainOf(year), cancellationToken))
            .Where(line => line.Action == Disclosure.Action && line.Sequence > after).Take(take + 1).Select(Row).ToList();
        var page = rows.Take(take).ToList();
        return format == "csv"
            ? new FileAnswer(DisclosureCsv.Of(page), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"utleveringer-{year}.csv"))
            : new JsonAnswer(new DisclosurePage(
                year, page, rows.Count > take ? string.Create(CultureInfo.InvariantCulture, $"/api/disclosures?year={year}&after={page[^1].Number}&take={take}") : null));
    }, cancellationToken);

    /// <summary>A line of the ledger.</summary>
    public static DisclosureRow Row(AuditLine line) => new(
        line.Sequence, line.At, line.Object, line.Party, line.Actor, JsonSerializer.Deserialize<Disclosure>(line.Outcome, TableJson.Options)!);

    private static int? Number(HttpRequest request, string name, int otherwise) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
