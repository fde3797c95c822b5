using Kpr.Core.Statistics.Cells;

namespace Kpr.Local.Tables;

/// <summary>Where the codes of a dimension stand.</summary>
internal static class CodePositions
{
    /// <summary>The position of each code.</summary>
    public static Dictionary<string, int> Of(TableDimension dimension) =>
        dimension.Codes.Select((code, at) => KeyValuePair.Create(code, at)).ToDictionary(StringComparer.Ordinal);
}
