namespace Kpr.Benchmarks.Measuring;

/// <summary>
/// A page of results. Each stands between marks that name its command, so that one can be measured anew without touching
/// the others or what people wrote between them.
/// </summary>
/// <param name="path">The page.</param>
internal sealed class ReportPage(string path)
{
    /// <summary>Puts a result in the place of the one before, or at the end when there is none.</summary>
    public void Put(string name, string result)
    {
        var page = File.Exists(path) ? File.ReadAllText(path) : "# Benchmarks\n";
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- /{name} -->\n");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        var block = $"{begin}{result.ReplaceLineEndings("\n")}{end}";
        File.WriteAllText(path, from >= 0 && to > from ? page[..from] + block + page[(to + end.Length)..] : $"{page.TrimEnd('\n')}\n\n{block}");
    }
}
