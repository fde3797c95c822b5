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
    public Protection Protect(ProtectionTask task)
    {
        var search = new SuppressionSearch(task);
        search.Protect();
        search.ShowSuperfluous();
        var protection = Audited(task, search);

        // The search reckons in fractions of persons, where it must. What is wide enough in fractions alone is hidden better.
        for (var round = 0; round < MostRounds && protection.Audit.NarrowerThan(task.Width).Any(); round++)
        {
            search.ProtectInWholeNumbers(protection.Audit.NarrowerThan(task.Width).Select(interval => interval.Cell), Branches);
            protection = Audited(task, search);
        }

        return protection;
    }

    // The true table agrees with what is published of it: an audit of it cannot end in contradiction.
    private static Protection Audited(ProtectionTask task, SuppressionSearch search)
    {
        var published = task.Values.Select((value, cell) => search.IsHidden(cell) ? (long?)null : value).ToArray();
        return new Protection(published, new TableAudit(task.System, published, task.Least).Run(task.Width, task.Values)
            ?? throw new InvalidOperationException("The published table contradicts itself."));
    }
}
