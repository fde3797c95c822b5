using System.Collections.Frozen;
using System.Reflection;

namespace Kpr.Core.Cases.Parties;

/// <summary>Who may do what: roles × commands × relation to the case, gathered from the commands' own <see cref="ByAttribute"/>s.</summary>
public static class RoleTable
{
    // One bit for each pair of role and relation.
    private static readonly FrozenDictionary<Type, UInt128> Cells = CommandCatalogue.All.ToFrozenDictionary(
        command => command.Type,
        command => command.Type.GetCustomAttributes<ByAttribute>()
            .SelectMany(by => by.Relations, (by, relation) => Bit(by.Role, relation))
            .Aggregate(UInt128.Zero, (bits, bit) => bits | bit));

    /// <summary>Whether the command may be given in this role and relation.</summary>
    /// <param name="command">Type of a command of the case.</param>
    /// <param name="role">The role.</param>
    /// <param name="relation">The relation to the case.</param>
    public static bool Allows(Type command, Role role, Relation relation) =>
        Cells.TryGetValue(command, out var bits) && (bits & Bit(role, relation)) != 0;

    private static UInt128 Bit(Role role, Relation relation) => UInt128.One << (((int)role * Enum.GetValues<Relation>().Length) + (int)relation);
}
