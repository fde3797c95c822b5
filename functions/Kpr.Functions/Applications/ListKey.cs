using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kpr.Core.Cases.Parties;

namespace Kpr.Functions.Applications;

/// <summary>Keys of work lists: <c>list-coordinator</c>, <c>list-register-kpr</c>, <c>list-handler-{hash of the subject}</c>.</summary>
public static class ListKey
{
    private const int PlainMost = 20;

    /// <summary>Where keys of lists begin and end in the table.</summary>
    public const string Prefix = "list-";

    /// <summary>The list of a role, or of one party in it.</summary>
    /// <param name="role">The role.</param>
    /// <param name="party">A subject, an organisation number or a register's code; null for all of the role.</param>
    public static string Of(Role role, string? party = null)
    {
        var name = Prefix + JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());
        return party is null ? name : $"{name}-{Safe(party)}";
    }

    // Subjects come from other systems, and keys of tables may not have every character.
    private static string Safe(string party) => party.Length <= PlainMost && party.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
        ? party
        : $"x{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(party)))[..32]}";
}
