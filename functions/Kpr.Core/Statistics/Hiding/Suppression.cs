using Kpr.Core.Statistics.Auditing;

namespace Kpr.Core.Statistics.Hiding;

/// <summary>
/// Cell suppression (celleundertrykking): the primary cells are hidden, and as many others as it takes that no hidden cell
/// can be computed, nor narrowed to less than the width asked for.
/// </summary>
public sealed class Suppression : IProtectionMethod
{
    private const int MostRounds = 4;
    private const int Branches = 200;

    /// <inheritdoc/>
    public string Name => "suppression";

    /// <inheritdoc/>
    public IReadOnlyList<long?> Protect(ProtectionTask task)
    {
        var search = new SuppressionSearch(task);
        search.Protect();
        search.ShowSuperfluous();

        // The search reckons in fractions of persons, where it must. What is wide enough in fractions alone is hidden better.
        for (var round = 0; round < MostRounds && WithoutWitness(task, search) is { Count: > 0 } narrow; round++)
        {
            search.ProtectInWholeNumbers(narrow, Branches);
        }

        return Published(task, search);
    }

    private static List<int> WithoutWitness(ProtectionTask task, SuppressionSearch search) =>
        [.. new TableAudit(task.System, Published(task, search), task.Least).Run(task.Width, task.Values)!
            .NarrowerThan(task.Width).Select(interval => interval.Cell)];

    private static long?[] Published(ProtectionTask task, SuppressionSearch search) =>
        [.. task.Values.Select((value, cell) => search.IsHidden(cell) ? (long?)null : value)];
}
