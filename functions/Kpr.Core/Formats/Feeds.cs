using Kpr.Core.Formats.Sources;

namespace Kpr.Core.Formats;

/// <summary>The feeds of the register. A feed belongs to it by being a class: adding one is adding a folder.</summary>
public static class Feeds
{
    /// <summary>All feeds, by name.</summary>
    public static IReadOnlyList<Feed> All { get; } =
    [
        .. typeof(Feed).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Feed)))
            .Select(type => (Feed)Activator.CreateInstance(type)!)
            .OrderBy(feed => feed.Name, StringComparer.Ordinal),
    ];

    /// <summary>The feed of a name; null when there is none.</summary>
    public static Feed? Find(string name) => All.FirstOrDefault(feed => feed.Name == name);

    /// <summary>The feed that a file looks like; null when it looks like none.</summary>
    public static Feed? Recognise(SourceContent source) => All.FirstOrDefault(feed => feed.Recognises(source));
}
