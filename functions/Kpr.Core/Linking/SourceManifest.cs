using System.Text.Json;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;

namespace Kpr.Core.Linking;

/// <summary>What a source says of the tables that it delivers to a linkage.</summary>
/// <param name="Linkage">Id of the linkage.</param>
/// <param name="Batch">Id of the batch whose serial numbers were used.</param>
/// <param name="Source">Id of the source: of its order in the case.</param>
/// <param name="Tables">Its tables.</param>
public sealed record SourceManifest(string Linkage, string Batch, string Source, IReadOnlyList<SourceTable> Tables)
{
    /// <summary>Name of its file. A package of the register has a manifest of its own beside it.</summary>
    public const string FileName = "source.json";

    /// <summary>That of an extract of the register under serial numbers.</summary>
    /// <param name="codebook">The codebook of the extract.</param>
    /// <param name="batch">Id of the batch.</param>
    public static SourceManifest Of(Codebook codebook, string batch) => new(
        codebook.Case, batch, codebook.Order,
        [.. codebook.Tables.Select(table => new SourceTable(table.Table, ExtractForms.PersonColumn.Name, table.File) { Delimiter = codebook.Delimiter })]);

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, LinkingJson.Default.SourceManifest);

    /// <summary>Reads it.</summary>
    /// <returns>Null for what is no manifest.</returns>
    public static SourceManifest? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var read = JsonSerializer.Deserialize(bytes, LinkingJson.Default.SourceManifest);
            return read is { Linkage: not null, Batch: not null, Source: not null, Tables: { } tables } && tables.All(IsWhole) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(SourceTable? table) =>
        table is { KeyColumn: not null, File: { Name: not null, Sha256: not null }, Table: { Name: not null, PrimaryKey: not null, Columns: { } columns }, Delimiter: ',' or ';' or '\t' }
        && columns.All(column => column is { Name: not null, Type: not null });
}
