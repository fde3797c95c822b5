namespace Kpr.Core.Catalogue.Loading;

/// <summary>Checks that a table says one thing at a time.</summary>
internal static class PeriodChecks
{
    /// <summary>Notes every row whose validity overlaps that of an earlier row with the same key.</summary>
    public static void OneAtATime(ReferenceSheet sheet, int column, Func<int, string> key, Func<int, Period> period)
    {
        foreach (var rows in Enumerable.Range(0, sheet.Rows).GroupBy(key, StringComparer.Ordinal).Where(rows => rows.Skip(1).Any()))
        {
            // By their first day, so that only neighbours need be compared.
            var ordered = rows.OrderBy(row => period(row).From ?? DateOnly.MinValue).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                var (row, before) = (Math.Max(ordered[i], ordered[i - 1]), Math.Min(ordered[i], ordered[i - 1]));
                if (period(row).Overlaps(period(before)))
                    sheet.Fault(row, column, $"{rows.Key} står også på linje {sheet.Line(before)}, med gyldighet som overlapper.");
            }
        }
    }
}
