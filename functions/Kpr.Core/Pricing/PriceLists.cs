namespace Kpr.Core.Pricing;

/// <summary>The price lists of all payees. For each payee they follow each other day by day: a gap or an overlap is refused when they are loaded.</summary>
public sealed class PriceLists
{
    private static readonly Lazy<PriceLists> Shipped = new(() => PriceListTable.Read(
        Catalogue.ReferenceTable.Embedded("price-lists.csv"), Catalogue.ReferenceTable.Embedded("price-rates.csv")));

    private readonly Dictionary<string, PriceList[]> _byPayee;

    /// <summary>Takes lists in any order.</summary>
    /// <exception cref="InvalidDataException">Two lists of a payee overlap or leave days between them, an id is used twice, a list ends before it begins, or one has no rate.</exception>
    public PriceLists(IEnumerable<PriceList> lists)
    {
        All = [.. lists.OrderBy(list => list.Payee, StringComparer.Ordinal).ThenBy(list => list.ValidFrom)];
        if (All.GroupBy(list => list.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"Price list {twice.Key} is there twice.");
        }

        foreach (var list in All)
        {
            Check(list);
        }

        _byPayee = All.GroupBy(list => list.Payee, StringComparer.Ordinal).ToDictionary(group => group.Key, Followed, StringComparer.Ordinal);
    }

    /// <summary>The lists that are known, with their sources.</summary>
    public static PriceLists Known => Shipped.Value;

    /// <summary>All lists by payee and date.</summary>
    public IReadOnlyList<PriceList> All { get; }

    /// <summary>The list of a payee on a day; null when none is known.</summary>
    public PriceList? Find(string payee, DateOnly day) =>
        _byPayee.TryGetValue(payee, out var lists) ? Array.Find(lists, list => list.IsValidOn(day)) : null;

    /// <summary>The newest list of a payee; null when none is known.</summary>
    public PriceList? Newest(string payee) => _byPayee.TryGetValue(payee, out var lists) ? lists[^1] : null;

    private static void Check(PriceList list)
    {
        if (list.ValidTo < list.ValidFrom)
        {
            throw new InvalidDataException($"Price list {list.Id} ends ({list.ValidTo:yyyy-MM-dd}) before it begins ({list.ValidFrom:yyyy-MM-dd}).");
        }

        if (list.Rates.Count == 0 || list.Rates.DistinctBy(rate => rate.Grade).Count() != list.Rates.Count)
        {
            throw new InvalidDataException($"Price list {list.Id} has no hourly rate, or two for one grade.");
        }

        if (list.Rates.Any(rate => rate.Price < Money.Zero) || list.BaseOneSource < Money.Zero || list.BaseSeveralSources < Money.Zero)
        {
            throw new InvalidDataException($"Price list {list.Id} has a negative price.");
        }

        if (list.Exempt.Except(ExemptBodies.All, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new InvalidDataException($"Price list {list.Id} exempts '{unknown}', which is no kind of body: {string.Join(", ", ExemptBodies.All)}.");
        }
    }

    private static PriceList[] Followed(IEnumerable<PriceList> ofPayee)
    {
        var lists = ofPayee.ToArray();
        foreach (var (earlier, later) in lists.Zip(lists.Skip(1)))
        {
            if (earlier.ValidTo is not { } end || end >= later.ValidFrom)
            {
                throw new InvalidDataException(
                    $"Price lists {earlier.Id} and {later.Id} overlap: {later.Id} begins on {later.ValidFrom:yyyy-MM-dd}, {earlier.Id} ends {(earlier.ValidTo is { } to ? $"on {to:yyyy-MM-dd}" : "never")}.");
            }

            if (end.AddDays(1) != later.ValidFrom)
            {
                throw new InvalidDataException(
                    $"Price lists {earlier.Id} and {later.Id} leave a gap: no list of {later.Payee} from {end.AddDays(1):yyyy-MM-dd} to {later.ValidFrom.AddDays(-1):yyyy-MM-dd}.");
            }
        }

        return lists;
    }
}
