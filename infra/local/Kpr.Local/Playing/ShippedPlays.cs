namespace Kpr.Local.Playing;

/// <summary>The played cases that come with kpr.</summary>
internal static class ShippedPlays
{
    private const string Prefix = "cases/";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ShippedPlays).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>All of them as one play, step by step in order of time.</summary>
    public static CasePlay Together()
    {
        var plays = Names.Select(name =>
        {
            using var text = new StreamReader(typeof(ShippedPlays).Assembly.GetManifestResourceStream(name)!);
            return PlayFile.Read(text);
        }).ToList();
        return new CasePlay(plays.Min(play => play.Start), [.. plays.SelectMany(play => play.Steps).OrderBy(step => step.At)]);
    }
}
