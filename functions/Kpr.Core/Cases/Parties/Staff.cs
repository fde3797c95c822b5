namespace Kpr.Core.Cases.Parties;

/// <summary>Who in Helsedataservice has the case.</summary>
/// <param name="Handler">Subject of the case handler; null when nobody has it.</param>
/// <param name="Decider">Subject of the decider, when one was named.</param>
/// <param name="Conflicts">Subjects who are not impartial.</param>
/// <param name="Restricted">Whether only those assigned may see the case.</param>
public sealed record Staff(string? Handler, string? Decider, IReadOnlyList<string> Conflicts, bool Restricted)
{
    /// <summary>A case that nobody has yet.</summary>
    public static Staff Nobody { get; } = new(null, null, [], Restricted: false);

    /// <summary>Whether the person declared, or was found, not to be impartial.</summary>
    public bool IsConflicted(string subject)
    {
        foreach (var conflict in Conflicts)
        {
            if (conflict == subject)
            {
                return true;
            }
        }

        return false;
    }
}
