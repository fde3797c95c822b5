namespace Kpr.Core.Cases.Parties;

/// <summary>Cells of the role table: who with this role may give the command.</summary>
/// <param name="role">The role.</param>
/// <param name="relations">The relations to the case in which it may.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ByAttribute(Role role, params Relation[] relations) : Attribute
{
    /// <summary>The role.</summary>
    public Role Role => role;

    /// <summary>The relations to the case in which it may.</summary>
    public IReadOnlyList<Relation> Relations => relations;
}
