using System.Globalization;
using Kpr.Core.Catalogue;

namespace Kpr.Local.Generation;

/// <summary>Which municipalities a set has, and how persons are spread over them.</summary>
internal static class MunicipalityPlan
{
    private const string Capital = "0301";

    // Of each size some: cities with districts, one that came of a split (Haram), one that got a new number (Drammen), the smallest (Utsira).
    private static readonly string[] Mixed =
        [Capital, "1580", "3301", "1151", "4601", "5001", "1103", "1508", "5501", "3401", "4204", "1833"];

    // Users of the cities in per mille of the country's; the rest is shared by sizes that give a median of about 400.
    private static readonly Dictionary<string, int> Cities = new() { [Capital] = 40_000, ["4601"] = 19_000, ["5001"] = 13_000, ["1103"] = 9_500 };
    private static readonly int[] Sizes = [20, 60, 120, 200, 280, 350, 400, 480, 600, 800, 1_200, 2_000, 4_000];

    /// <summary>Municipality numbers in ascending order, with their share of the persons.</summary>
    public static IReadOnlyList<(string Number, int Persons)> Of(GenerateOptions options, int persons)
    {
        var numbers = Numbers(options).Order(StringComparer.Ordinal).ToList();
        var weights = numbers.Select(number => (long)Weight(options, number)).ToList();
        var total = weights.Sum();
        var result = new List<(string, int)>(numbers.Count);
        var left = persons;
        for (var i = 0; i < numbers.Count; i++)
        {
            var users = i == numbers.Count - 1 ? left : (int)Math.Max(1, persons * weights[i] / total);
            users = Math.Min(users, left - (numbers.Count - 1 - i));
            result.Add((numbers[i], users));
            left -= users;
        }

        return result;
    }

    private static IEnumerable<string> Numbers(GenerateOptions options)
    {
        var day = options.Period.Last;
        var valid = Municipalities.ValidOn(day).Select(municipality => municipality.Number).ToList();
        var mixed = Mixed.Where(valid.Contains).Concat(valid.Where(number => !Mixed.Contains(number))).ToList();
        return options.Size.Name switch
        {
            "tiny" => mixed.Take(2),
            "small" => mixed.Take(12),
            "county" => valid.Where(number => number.StartsWith("46", StringComparison.Ordinal)),
            _ => valid,
        };
    }

    private static int Weight(GenerateOptions options, string number) =>
        options.Size.IsTiny ? (number == Capital ? 28 : 12)
        : Cities.TryGetValue(number, out var users) ? users
        : SplitMix.For(options.Seed, ulong.Parse(number, CultureInfo.InvariantCulture), 7).Of(Sizes);
}
