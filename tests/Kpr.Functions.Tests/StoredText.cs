using System.Globalization;
using System.Text;
using Kpr.Core.Register;

namespace Kpr.Functions.Tests;

/// <summary>What a blob says to somebody who looks for a word in it: segments row by row, all else as it is.</summary>
internal static class StoredText
{
    /// <summary>The lines of a segment: the names of its columns, then its rows, with commas between.</summary>
    public static IEnumerable<string> Lines(byte[] segment)
    {
        using (var reader = SegmentReader.Open(new MemoryStream(segment)))
        {
            yield return string.Join(',', reader.Names);
        }

        foreach (var row in SegmentRows.Find(new MemoryStream(segment), (_, _) => true))
        {
            yield return Line(row);
        }
    }

    /// <summary>The text of a blob.</summary>
    public static string Of(string name, byte[] content, Encoding encoding) =>
        name.EndsWith(SegmentName.Ending, StringComparison.Ordinal) ? string.Join('\n', Lines(content))
        : name.EndsWith(".block", StringComparison.Ordinal) ? string.Join('\n', SegmentRows.Read(content).Select(Line))
        : encoding.GetString(content);

    private static string Line(SegmentRow row) => string.Join(',', (string?[])[row.Ordinal.ToString(CultureInfo.InvariantCulture), row.PersonKey, .. row.Values]);
}
