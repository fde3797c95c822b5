using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Rules;

namespace Kpr.Core.Receipts;

/// <summary>The reference data that a file was judged by.</summary>
/// <param name="Version">Id of the set: sixteen hexadecimal digits.</param>
/// <param name="Label">The operator's name for the set.</param>
/// <param name="ValidFrom">First day of the set.</param>
/// <param name="Missing">Catalogues that the file's rules ask and that are not loaded: "icpc-2", "icd-10", "tariffs".</param>
/// <param name="NotJudged">Ids of the rules that therefore were not judged, or only in part.</param>
public sealed record ReceiptReferenceData(
    string Version, string Label, DateOnly ValidFrom, IReadOnlyList<string> Missing, IReadOnlyList<string> NotJudged)
{
    /// <summary>What a receipt tells of the reference data.</summary>
    /// <param name="feed">The feed of the file; null when it is not known, and nothing was judged.</param>
    /// <param name="file">What is known of the file.</param>
    public static ReceiptReferenceData Of(Feed? feed, FileContext file)
    {
        var rules = feed is null ? [] : feed.NotJudged(file).ToList();
        var missing = rules.Aggregate(OptionalCatalogues.None, (all, rule) => all | rule.Needs) & file.Reference.Missing;
        var version = file.Reference.Version;
        return new ReceiptReferenceData(
            version.Id, version.Label, version.ValidFrom,
            OptionalCatalogueNames.Of(missing), [.. rules.Select(rule => rule.Id)]);
    }

    /// <summary>The warning about what is not loaded, in Norwegian; null when nothing is missing.</summary>
    public string? Warning() => Missing.Count == 0 ? null
        : $"Advarsel: {Listed([.. Missing.Select(OptionalCatalogueNames.InNorwegian)])} er ikke lastet. Ikke vurdert, helt eller delvis: {string.Join(", ", NotJudged)}.";

    private static string Listed(string[] parts) => parts is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} og {last}" : parts[0];
}
