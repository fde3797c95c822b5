using System.Text.Json;
using Kpr.Core.Cases.Parties;

namespace Kpr.Local.Playing;

/// <summary>
/// Reads who does something: <c>role</c>, <c>role/organisation</c> or <c>role/organisation/person</c>, for example <c>handler</c>, <c>register/kpr</c>,
/// <c>controller/999999999</c>, <c>applicant/student</c>, <c>register/kpr/2</c>. The text as written is the person: the same text is the same person, so <c>assign-handler</c> names a handler by it.
/// Of the system the second part is the part of it: <c>system/flow</c> is its orchestrations, which nobody sits behind.
/// </summary>
internal static class PlayParties
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(
        role => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()), StringComparer.Ordinal);

    /// <summary>Names of the roles.</summary>
    public static IEnumerable<string> Names => Roles.Keys;

    /// <summary>Reads one.</summary>
    /// <returns>The party; null when the role is none.</returns>
    public static Actor? Read(string text)
    {
        var parts = text.Split('/', 3);
        if (!Roles.TryGetValue(parts[0], out var role))
        {
            return null;
        }

        var organisation = parts.Length > 1 ? parts[1] : null;
        return role switch
        {
            Role.Register or Role.Finance => new Actor(role, text, Register: organisation == "hds" ? null : organisation),
            Role.System => new Actor(role, parts.Length > 1 ? text[(parts[0].Length + 1)..] : text),
            _ => new Actor(role, text, organisation),
        };
    }
}
