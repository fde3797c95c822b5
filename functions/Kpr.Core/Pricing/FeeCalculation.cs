using Kpr.Core.Cases;

namespace Kpr.Core.Pricing;

/// <summary>Prices work by the price lists. Pure: the same request gives the same fee whenever it is asked.</summary>
/// <param name="lists">The price lists.</param>
/// <param name="policy">Choices that the sources leave open.</param>
public sealed class FeeCalculation(PriceLists lists, FeePolicy policy)
{
    /// <summary>More minutes than this in one case are no work but a typing error: five years of one person.</summary>
    public const int MostMinutes = 5 * 1_750 * 60;

    /// <summary>Prices a request.</summary>
    /// <returns>The fee; or a refusal: no list for the day, hours that cannot be, a grade the list does not have.</returns>
    public FeeOutcome Price(FeeRequest request)
    {
        if (Absurd(request) is { } absurd)
        {
            return Refusals.HoursAbsurd.For(absurd);
        }

        var applies = policy.Applies ?? lists.Newest(request.Payee)?.Applies ?? ListApplies.Decision;
        var day = ReferenceDay(request, applies);
        if (lists.Find(request.Payee, day) is not { } list)
        {
            return Refusals.PriceListMissing.For(request.Payee, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (WhyFree(request, list) is { } free)
        {
            return new Fee([], [free]);
        }

        var lines = new List<FeeLine>();
        var notes = new List<string>();
        var vat = Vat(request, list);
        if (request.BaseFee && !list.BasePrice(request.Sources).IsZero)
        {
            lines.Add(new FeeLine(
                FeeItem.BasePrice, "", 100, list.BasePrice(request.Sources), vat, list.Id, list.ValidFrom, list.Source,
                request.Sources > 1 ? "Grunnpris, flere datakilder" : "Grunnpris, én datakilde", []));
        }

        return AddHours(request, applies, list, vat, lines, notes) is { } refusal ? refusal : new Fee([.. lines.Where(line => !line.Net.IsZero)], notes);
    }

    /// <summary>The day by which the list is chosen.</summary>
    public static DateOnly ReferenceDay(FeeRequest request, ListApplies applies) => applies switch
    {
        ListApplies.Submission => request.SubmittedOn,
        ListApplies.Work when request.Work.Count > 0 => request.Work.Max(entry => entry.On),
        ListApplies.Work => request.BilledOn,
        _ => request.DecidedOn ?? request.BilledOn,
    };

    private static string? Absurd(FeeRequest request)
    {
        var sum = (long)request.MinutesBefore;
        foreach (var entry in request.Work)
        {
            if (entry.Minutes is < 1 or > WorkEntry.MostMinutes)
            {
                return entry.Id;
            }

            sum += entry.Minutes;
        }

        return request.MinutesBefore < 0 || request.Sources < 0 || sum > MostMinutes ? "minutes" : null;
    }

    private static string? WhyFree(FeeRequest request, PriceList list)
    {
        var minutes = request.MinutesBefore + request.Work.Sum(entry => entry.Minutes);
        return request.Appeal ? "Klagebehandling er gratis"
            : request.Student && request.Kind == DeliveryKind.Statistics && list.StudentsFree ? "Studentprosjekt med anonyme data er gratis"
            : request.Refresh && list.RefreshFree ? "Oppdatering av data etter tidligere vedtak er gratis"
            : request.ExemptBody is { } body && list.Exempt.Contains(body) && minutes <= list.ExemptUpTo
                ? $"Fritatt mottaker, inntil {list.ExemptUpTo / 60} timer"
                : null;
    }

    private VatTreatment Vat(FeeRequest request, PriceList list) =>
        request.Abroad ? policy.Abroad : policy.Vat.TryGetValue(request.Payee, out var own) ? own : list.Vat;

    // Time is counted over all of it in order of the days; each portion bears what it adds, at the rate of its own grade and, where the day of the work
    // decides, of its own list. The terms are those of the governing list.
    private Refusal? AddHours(FeeRequest request, ListApplies applies, PriceList terms, VatTreatment vat, List<FeeLine> lines, List<string> notes)
    {
        var minutes = request.MinutesBefore;
        var before = ChargedTime.Of(minutes, terms, request.Kind);
        (PriceList List, HourlyRate Rate)? last = null;
        foreach (var portion in Portions(request.Work))
        {
            var list = applies == ListApplies.Work ? lists.Find(request.Payee, portion[0].On) : terms;
            if (list is null)
            {
                return Refusals.PriceListMissing.For(request.Payee, portion[0].On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            }

            if (list.Rate(portion[0].Grade) is not { } rate)
            {
                return Refusals.GradeUnknown.For(list.Id, portion[0].Grade ?? "");
            }

            minutes += portion.Sum(entry => entry.Minutes);
            var charged = ChargedTime.Of(minutes, terms, request.Kind);
            AddTo(lines, list, rate, charged - before, vat, [.. portion.Select(entry => entry.Id)], RuleOf(terms, request.Kind));
            (before, last) = (charged, (list, rate));
        }

        if (request.Work.Count > 0 && before == 0 && minutes > 0)
        {
            notes.Add(terms.StatisticsFreeBelow > minutes ? $"Statistikk under {terms.StatisticsFreeBelow} minutter faktureres ikke" : "Arbeidet er innenfor gratis tid");
        }

        if (!request.IncurredOnly && request.MinutesBefore == 0 && last is { } at && ChargedTime.MissingToMinimum(minutes, terms, request.Kind) is > 0 and var missing)
        {
            lines.Add(Line(FeeItem.MinimumHours, at.List, at.Rate, missing, vat, [], $"Minst {terms.PersonLevelMinimum / 60} timer for data på personnivå"));
        }

        return null;
    }

    private static IEnumerable<IReadOnlyList<WorkEntry>> Portions(IReadOnlyList<WorkEntry> work) =>
        work.OrderBy(entry => entry.On).ThenBy(entry => entry.Id, StringComparer.Ordinal).GroupBy(entry => (entry.On, entry.Grade)).Select(same => (IReadOnlyList<WorkEntry>)[.. same]);

    // Days in a row under one rate are one line.
    private static void AddTo(
        List<FeeLine> lines, PriceList list, HourlyRate rate, long hundredths, VatTreatment vat, IReadOnlyList<string> work, string rule)
    {
        var item = list.BaseOneSource is null ? FeeItem.Preparation : FeeItem.Handling;
        var at = lines.FindIndex(line => line.Item == item && line.PriceList == list.Id && line.Grade == rate.Grade);
        if (at >= 0)
        {
            lines[at] = lines[at] with { Hundredths = lines[at].Hundredths + hundredths, Work = [.. lines[at].Work, .. work] };
        }
        else
        {
            lines.Add(Line(item, list, rate, hundredths, vat, work, rule));
        }
    }

    private static FeeLine Line(FeeItem item, PriceList list, HourlyRate rate, long hundredths, VatTreatment vat, IReadOnlyList<string> work, string rule) =>
        new(item, rate.Grade, hundredths, rate.Price, vat, list.Id, list.ValidFrom, list.Source, rule, work);

    private static string RuleOf(PriceList list, DeliveryKind kind) =>
        (list.Counting == HourCounting.StartedHours ? "Påbegynte timer" : "Hele kvarter")
        + (kind == DeliveryKind.Statistics && list.StatisticsFreeFirst > 0 ? $", fra time {(list.StatisticsFreeFirst / 60) + 1}" : "");
}
