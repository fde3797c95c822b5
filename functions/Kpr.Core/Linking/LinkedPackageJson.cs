using System.Text.Json.Nodes;
using Kpr.Core.Extracts.Package;

namespace Kpr.Core.Linking;

/// <summary>
/// Renders linked tables as <c>datapackage.json</c>: what the sources said of their columns, the lengths and sums of the files as they are now, and how well each source was linked. What
/// only a source can count in its columns is not there: a table loses no row, but its file is another. The same deliveries give the same bytes.
/// </summary>
public static class LinkedPackageJson
{
    /// <summary>The file.</summary>
    /// <param name="linkage">Id of the linkage: the case's.</param>
    /// <param name="batch">Id of the batch.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="files">The file of each table, by the table's name, with its number of rows.</param>
    public static byte[] Of(string linkage, string batch, LinkageResult result, IReadOnlyDictionary<string, PackagedFile> files) => DataPackageJson.Bytes(new JsonObject
    {
        ["$schema"] = DataPackageJson.Profile,
        ["name"] = DataPackageJson.Slug($"{linkage}-{batch}"),
        ["title"] = $"Koblede data, sak {linkage}",
        ["kpr:titleEnglish"] = $"Linked data, case {linkage}",
        ["kpr:case"] = linkage,
        ["kpr:batch"] = batch,
        ["kpr:population"] = result.Population,
        ["kpr:personsInAll"] = result.PersonsInAll,
        ["kpr:personsInAny"] = result.PersonsInAny,
        ["kpr:sources"] = new JsonArray([.. result.Sources.Select(Source)]),
        ["resources"] = new JsonArray([.. result.Tables.Select(linked => DataPackageJson.Resource(linked.Table, files[linked.Table.Name], linked.Persons, ',', null, linked.Source))]),
    });

    private static JsonObject Source(SourceFigures source) => DataPackageJson.Without(new JsonObject
    {
        ["source"] = source.Source,
        ["delivered"] = source.Delivered,
        ["persons"] = source.Persons,
        ["matchRate"] = source.MatchRate,
        ["rows"] = source.Rows,
        ["unmatchedRows"] = source.UnmatchedRows,
        ["heldTables"] = source.HeldTables,
    });
}
