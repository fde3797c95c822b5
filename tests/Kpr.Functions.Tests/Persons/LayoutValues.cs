using Kpr.Core.Formats;
using Kpr.Core.Register;

namespace Kpr.Functions.Tests.Persons;

/// <summary>Values of rows by the names of their columns.</summary>
internal static class LayoutValues
{
    public static string? Value(this RegisterLayout layout, SegmentRow row, string column) =>
        row.Values[layout.Columns.Index().First(one => one.Item.Name == column).Index];
}
