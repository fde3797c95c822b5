using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Linking;

/// <summary>What linked tables are called: as the source called them, with the source's id in front where two sources use one name.</summary>
internal sealed class LinkedNames(IEnumerable<SourceManifest> manifests)
{
    private readonly HashSet<string> _shared = new(
        manifests.SelectMany(manifest => manifest.Tables).GroupBy(table => table.Table.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a source's table.</summary>
    public string Of(string source, string table) =>
        _shared.Contains(table) ? $"{new string([.. source.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')])}_{table}" : table;

    /// <summary>The table as it is when it is linked.</summary>
    public ExtractTable Of(string source, SourceTable table)
    {
        return table.Table with
        {
            Name = Of(source, table.Table.Name),
            Columns =
            [
                new ExtractColumn(Linker.PersonColumn, "string", "Prosjektets personnøkkel", "The project's person key") { Required = true },
                .. table.Table.Columns.Where(column => column.Name != table.KeyColumn),
            ],
            PrimaryKey = [.. table.Table.PrimaryKey.Select(Renamed)],
            Parent = table.Table.Parent is { } parent ? new(Of(source, parent.Key), Renamed(parent.Value)) : null,
        };

        string Renamed(string column) => column == table.KeyColumn ? Linker.PersonColumn : column;
    }
}
