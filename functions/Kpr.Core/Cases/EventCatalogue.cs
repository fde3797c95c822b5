using System.Collections.Frozen;
using System.Reflection;

namespace Kpr.Core.Cases;

/// <summary>All kinds of events of the case, the bill and the notice. A record belongs to them by its <see cref="EventAttribute"/>.</summary>
public static class EventCatalogue
{
    private static readonly FrozenDictionary<Type, EventType> ByType = Find().ToFrozenDictionary(known => known.Type);
    private static readonly FrozenDictionary<(string Name, int Version), EventType> ByName = ByType.Values.ToFrozenDictionary(known => (known.Name, known.Version));

    /// <summary>All kinds by name and version.</summary>
    public static IReadOnlyList<EventType> All { get; } = [.. ByType.Values.OrderBy(known => known.Name, StringComparer.Ordinal).ThenBy(known => known.Version)];

    /// <summary>The kind of an event.</summary>
    public static EventType Of(object caseEvent) => ByType[caseEvent.GetType()];

    /// <summary>The kind with a name and version.</summary>
    /// <exception cref="UnknownEventException">This version of KPR does not know it.</exception>
    public static EventType Named(string name, int version) => ByName.TryGetValue((name, version), out var known)
        ? known
        : throw new UnknownEventException(name, version, [.. All.Where(kind => kind.Name == name).Select(kind => kind.Version)]);

    private static IEnumerable<EventType> Find() =>
        from type in typeof(CaseEvent).Assembly.GetTypes()
        let about = type.GetCustomAttribute<EventAttribute>()
        where about is not null
        select new EventType(about.Name, about.Version, about.Norwegian, about.English, type);
}
