using Kpr.Core.Identity;

namespace Kpr.Local.Generation.People;

/// <summary>Names: given names that thousands bear, and family names put together so that hardly anybody does.</summary>
internal static class Names
{
    private static readonly string[] Women =
        ["Anne", "Berit", "Marit", "Ingrid", "Kari", "Liv", "Solveig", "Åse", "Randi", "Nora", "Emma", "Bjørg", "Mette", "Sunniva", "Tone"];

    private static readonly string[] Men =
        ["Arne", "Bjørn", "Egil", "Geir", "Håkon", "Kåre", "Lars", "Morten", "Odd", "Pål", "Rolf", "Sverre", "Terje", "Øystein", "Jakob"];

    private static readonly string[] Beginnings =
        ["Test", "Prøve", "Eksempel", "Syntet", "Øve", "Mønster", "Skinn", "Lek", "Late", "Tenkt"];

    private static readonly string[] Endings =
        ["bakken", "dal", "haug", "lien", "moen", "nes", "rud", "stad", "vik", "ås", "fjord", "sæter"];

    /// <summary>A given name.</summary>
    public static string Given(SplitMix random, Sex sex) => random.Of(sex == Sex.Male ? Men : Women);

    /// <summary>A family name.</summary>
    public static string Family(SplitMix random) => random.Of(Beginnings) + random.Of(Endings);
}
