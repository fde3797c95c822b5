using Kpr.Core.Formats;

namespace Kpr.Core.Register;

/// <summary>A Frictionless table schema of a layout's segments, so that other tools can read them.</summary>
/// <param name="Fields">The columns in order.</param>
/// <param name="MissingValues">Texts that stand for no value.</param>
public sealed record TableSchema(IReadOnlyList<TableSchemaField> Fields, IReadOnlyList<string> MissingValues)
{
    /// <summary>The schema of a layout.</summary>
    public static TableSchema Of(RegisterLayout layout) =>
        new([.. SegmentRows.LeadingColumns.Concat(layout.Columns).Select(TableSchemaField.Of)], [""]);
}
