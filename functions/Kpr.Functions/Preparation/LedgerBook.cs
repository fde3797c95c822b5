using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Statistics.Orders;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation;

/// <summary>The tables released on the same units, and the states of the register that they counted.</summary>
/// <param name="Tables">The tables, in the order of their release.</param>
/// <param name="Changes">How many times what had been counted was other than before: records had come, or were corrected.</param>
/// <param name="Partitions">The partitions that were counted.</param>
public sealed record LedgerBook(IReadOnlyList<LedgerBook.Table> Tables, int Changes, IReadOnlyDictionary<string, LedgerBook.Partition> Partitions)
{
    /// <summary>Nothing was released.</summary>
    public static LedgerBook Empty { get; } = new([], 0, new Dictionary<string, Partition>());

    /// <summary>The book with a table more; one that is in it already stands there once.</summary>
    /// <param name="id">Id of the table.</param>
    /// <param name="order">What was ordered.</param>
    /// <param name="read">What it counted.</param>
    /// <returns>The book, and the states of the register that the table counts, oldest first.</returns>
    public (LedgerBook Book, IReadOnlyList<string> States) With(string id, TableOrder order, IReadOnlyList<PlannedPartition> read)
    {
        var partitions = Partitions.ToDictionary(StringComparer.Ordinal);
        var changes = Changes;
        foreach (var planned in read)
        {
            var sum = SumOf(planned);
            var known = partitions.GetValueOrDefault(planned.Partition);

            // One that is new is news only to tables that would have counted it.
            if (known is null ? Tables.Any(table => table.Id != id && MayHold(planned.Partition, table)) : known.Sum != sum)
            {
                changes = Changes + 1;
                partitions[planned.Partition] = new Partition(sum, [.. known?.Changed ?? [], changes]);
            }
            else
            {
                partitions[planned.Partition] = known ?? new Partition(sum, []);
            }
        }

        var states = read.SelectMany(planned => partitions[planned.Partition].Changed).Append(0).Distinct().Order().Select(state => state.ToString(CultureInfo.InvariantCulture));
        var tables = Tables.Any(table => table.Id == id) ? Tables : [.. Tables, new Table(id, order.From, order.To)];
        return (new LedgerBook(tables, changes, partitions), [.. states]);
    }

    /// <summary>The book without tables that are not released after all.</summary>
    public LedgerBook Without(IReadOnlyCollection<string> ids) => this with { Tables = [.. Tables.Where(table => !ids.Contains(table.Id))] };

    private static string SumOf(PlannedPartition partition) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', partition.Segments.Select(segment => segment.Value).Order(StringComparer.Ordinal)))));

    // By the year of its path, and the month where there is one.
    private static bool MayHold(string partition, Table table)
    {
        var parts = partition.Split('/');
        if (parts.Length < 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return true;
        }

        var (first, last) = parts[2].Length == 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? (month, month) : (1, 12);
        return (year * 12) + last >= (table.From.Year * 12) + table.From.Month && (year * 12) + first <= (table.To.Year * 12) + table.To.Month;
    }

    /// <summary>A table that was released.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="From">First day of its period.</param>
    /// <param name="To">Last day.</param>
    public sealed record Table(string Id, DateOnly From, DateOnly To);

    /// <summary>A partition that was counted.</summary>
    /// <param name="Sum">Sum of the sums of its segments when it was counted last.</param>
    /// <param name="Changed">At which changes it was other than before.</param>
    public sealed record Partition(string Sum, IReadOnlyList<int> Changed);
}
