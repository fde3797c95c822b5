namespace Kpr.Core.Extracts;

/// <summary>Merges sorted runs of a table, as many as there are, in memory that does not grow with their length.</summary>
public static class ExtractMerge
{
    /// <summary>Writes a table as CSV: UTF-8, a header, commas, quotes by RFC 4180, LF.</summary>
    /// <param name="table">The table.</param>
    /// <param name="runs">Its runs, from all units, in any order.</param>
    /// <param name="target">Takes the file; it is not closed.</param>
    /// <param name="risk">Counts who can be found; null for tables of lists.</param>
    public static MergedTable ToCsv(ExtractTable table, IReadOnlyList<Stream> runs, Stream target, RiskTally? risk = null) => throw new NotSupportedException();

    /// <summary>Makes one run of several, where there are more than can be open at once.</summary>
    /// <returns>Number of rows.</returns>
    public static long ToRun(IReadOnlyList<Stream> runs, Stream target) => throw new NotSupportedException();
}
