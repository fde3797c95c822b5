using System.Reflection;

namespace Kpr.Core.Cases;

/// <summary>All refusals by number.</summary>
public static class RefusalCatalogue
{
    /// <summary>The refusals in order.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
    [
        .. typeof(Refusals).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Refusal>()
            .OrderBy(refusal => refusal.Number),
    ];

    /// <summary>The refusal with a number; null when there is none.</summary>
    public static Refusal? Find(int number) => All.FirstOrDefault(refusal => refusal.Number == number);
}
