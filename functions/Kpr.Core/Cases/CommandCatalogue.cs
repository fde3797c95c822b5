using System.Collections.Frozen;
using System.Reflection;

namespace Kpr.Core.Cases;

/// <summary>All commands of the case. A record belongs to them by being a <see cref="CaseCommand"/>: adding one is adding a file.</summary>
public static class CommandCatalogue
{
    private static readonly Phase[] AnyOpen = [.. Enum.GetValues<Phase>().Where(phase => phase != Phase.None && !phase.IsTerminal())];
    private static readonly FrozenDictionary<Type, CommandType> ByType = FindAll().ToFrozenDictionary(command => command.Type);
    private static readonly FrozenDictionary<string, CommandType> ByName = ByType.Values.ToFrozenDictionary(command => command.Name, StringComparer.Ordinal);

    /// <summary>All commands by name.</summary>
    public static IReadOnlyList<CommandType> All { get; } = [.. ByType.Values.OrderBy(command => command.Name, StringComparer.Ordinal)];

    /// <summary>The kind of a command.</summary>
    public static CommandType Of(CaseCommand command) => ByType[command.GetType()];

    /// <summary>The command with a name; null when there is none.</summary>
    public static CommandType? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<CommandType> FindAll() =>
        from type in typeof(CaseCommand).Assembly.GetTypes()
        where type is { IsAbstract: false } && type.IsSubclassOf(typeof(CaseCommand))
        let about = type.GetCustomAttribute<CommandAttribute>() ?? throw new InvalidOperationException($"{type} has no [Command].")
        select new CommandType(about.Name, about.Norwegian, about.English, type.GetCustomAttribute<InAttribute>()?.Phases ?? AnyOpen, type);
}
