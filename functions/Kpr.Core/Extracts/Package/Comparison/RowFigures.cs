namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>How two lists of rows differ.</summary>
/// <param name="Added">Rows whose key only the later one has.</param>
/// <param name="Removed">Rows whose key only the earlier one has.</param>
/// <param name="Changed">Rows whose key both have, with other content.</param>
/// <param name="Same">Rows that both have.</param>
public sealed record RowFigures(long Added, long Removed, long Changed, long Same)
{
    /// <summary>Compares sums of rows in one pass and constant memory.</summary>
    /// <param name="earlier">Sums of the earlier delivery.</param>
    /// <param name="later">Sums of the later delivery.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidDataException">These are no sums, or they are cut or out of order.</exception>
    public static async Task<RowFigures> OfAsync(Stream earlier, Stream later, CancellationToken cancellationToken = default)
    {
        var (old, now) = (new SumReader(earlier), new SumReader(later));
        await old.NextAsync(cancellationToken);
        await now.NextAsync(cancellationToken);
        var (added, removed, changed, same) = (0L, 0L, 0L, 0L);
        while (!old.IsOver || !now.IsOver)
        {
            // Rows of one key: those with the same content meet, of the rest as many changed as there are on both sides.
            var key = old.IsOver ? now.Key : now.IsOver ? old.Key : UInt128.Min(old.Key, now.Key);
            var (onlyOld, onlyNow) = (0L, 0L);
            while (Has(old, key) || Has(now, key))
            {
                var order = !Has(old, key) ? 1 : !Has(now, key) ? -1 : old.Content.CompareTo(now.Content);
                if (order <= 0)
                {
                    await old.NextAsync(cancellationToken);
                }

                if (order >= 0)
                {
                    await now.NextAsync(cancellationToken);
                }

                onlyOld += order < 0 ? 1 : 0;
                onlyNow += order > 0 ? 1 : 0;
                same += order == 0 ? 1 : 0;
            }

            changed += Math.Min(onlyOld, onlyNow);
            removed += Math.Max(0, onlyOld - onlyNow);
            added += Math.Max(0, onlyNow - onlyOld);
        }

        return new RowFigures(added, removed, changed, same);
    }

    private static bool Has(SumReader reader, UInt128 key) => !reader.IsOver && reader.Key == key;
}
