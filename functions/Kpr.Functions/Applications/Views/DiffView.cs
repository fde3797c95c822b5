using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;

namespace Kpr.Functions.Applications.Views;

/// <summary>What differs between two versions of an application.</summary>
/// <param name="From">The older: a number, <c>nothing</c>, or <c>parent</c>.</param>
/// <param name="To">The newer: a number, or <c>current</c>.</param>
/// <param name="Changes">The changes, by path.</param>
public sealed record DiffView(string From, string To, IReadOnlyList<ContentChange> Changes)
{
    /// <summary>What is being written now.</summary>
    public const string Current = "current";

    /// <summary>The case whose decision is to be changed.</summary>
    public const string Parent = "parent";

    /// <summary>Compares a version with an older one.</summary>
    /// <param name="state">The case.</param>
    /// <param name="to">The newer.</param>
    /// <param name="from">The older; null for the one before.</param>
    /// <param name="parent">The case whose decision is to be changed; null when it was not asked for.</param>
    /// <returns>Null when there is no such version.</returns>
    public static DiffView? Of(CaseState state, string to, string? from, CaseState? parent)
    {
        (int Number, ApplicationContent Content)? newer = to == Current ? (Number: state.Versions.Count + 1, Content: state.Content) : Find(state, to);
        if (newer is null)
        {
            return null;
        }

        if (from == Parent)
        {
            return parent is null ? null : new DiffView(Parent, to, ContentDiff.Between(parent.Content, newer.Value.Content));
        }

        (int Number, ApplicationContent Content)? older = from is not null ? Find(state, from) : newer.Value.Number > 1 ? Find(state, (newer.Value.Number - 1).ToString(CultureInfo.InvariantCulture)) : (0, ApplicationContent.Empty);
        return older is null ? null : new DiffView(
            older.Value.Number == 0 ? "nothing" : older.Value.Number.ToString(CultureInfo.InvariantCulture), to, ContentDiff.Between(older.Value.Content, newer.Value.Content));
    }

    private static (int Number, ApplicationContent Content)? Find(CaseState state, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && state.Versions.FirstOrDefault(version => version.Number == wanted) is { } found
            ? (found.Number, found.Content)
            : null;
}
