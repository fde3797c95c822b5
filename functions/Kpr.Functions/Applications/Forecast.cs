using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Azure;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications;

/// <summary>
/// How long applications have waited, from the day they were complete to the day their data were there, in working days. Counted from own history once an
/// hour; groups of fewer than five cases are not told, since they could be recognised and say little.
/// </summary>
/// <param name="lists">Where every case that was sent in stands.</param>
/// <param name="clock">The time.</param>
public sealed class Forecast(ListStore lists, TimeProvider clock)
{
    private const int Fewest = 5;
    private const int Page = 1_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private volatile Known? _known;

    /// <summary>The forecast, as an answer.</summary>
    public async Task<IActionResult> AnswerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new JsonAnswer(await OfAsync(cancellationToken));
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }

    /// <summary>The forecast.</summary>
    public async Task<ForecastView> OfAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known is { } known && now < known.Until && now >= known.Until - Fresh)
        {
            return known.View;
        }

        var done = new List<WorkListEntry>();
        string? after = null;
        do
        {
            (var entries, after) = await lists.PageAsync(ListKey.Of(Role.Auditor), after, Page - 1, cancellationToken);
            done.AddRange(entries.Where(entry => entry.Waited is not null));
        }
        while (after is not null);

        var view = new ForecastView(
            now,
            [.. Groups(done, entry => [$"{Word(entry.Kind)}{(entry.Linked ? "-linked" : "")}"])],
            [.. Groups(done, entry => entry.Sources?.Split(',') ?? [])]);
        _known = new Known(view, now + Fresh);
        return view;
    }

    private static IEnumerable<ForecastView.Group> Groups(IEnumerable<WorkListEntry> done, Func<WorkListEntry, IEnumerable<string>> names) => done
        .SelectMany(names, (entry, name) => (Name: name, Days: entry.Waited!.Value)).GroupBy(waited => waited.Name, StringComparer.Ordinal)
        .Where(group => group.Count() >= Fewest).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group =>
        {
            var days = group.Select(waited => waited.Days).Order().ToList();
            return new ForecastView.Group(group.Key, days.Count, At(days, 25), At(days, 50), At(days, 75), At(days, 90));
        });

    // The smallest number of days that this many per cent did not exceed.
    private static int At(List<int> days, int percent) => days[Math.Max(0, ((days.Count * percent) + 99) / 100 - 1)];

    private static string Word(ApplicationKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private sealed record Known(ForecastView View, DateTimeOffset Until);
}
