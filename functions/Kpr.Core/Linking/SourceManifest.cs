using System.Text.Json;

namespace Kpr.Core.Linking;

/// <summary>What a source says of the tables that it delivers to a linkage.</summary>
/// <param name="Linkage">Id of the linkage.</param>
/// <param name="Batch">Id of the batch whose serial numbers were used.</param>
/// <param name="Source">Id of the source: of its order in the case.</param>
/// <param name="Tables">Its tables.</param>
public sealed record SourceManifest(string Linkage, string Batch, string Source, IReadOnlyList<SourceTable> Tables)
{
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
