using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Kpr.Core.Formats;
using Kpr.Core.Register;

namespace Kpr.Core.Tests.Register;

/// <summary>Writes segments as they were written before they had columns: CSV in gzip, a member a chunk, the header in one of its own.</summary>
internal static class CsvSegment
{
    private static readonly CsvWriterOptions Writing = new() { NewLine = "\n", Separator = ',', HasHeader = false, WriteByteOrderMark = false };

    /// <summary>The member with the header.</summary>
    public static byte[] Header(RegisterLayout layout) => Member([[.. SegmentRows.LeadingColumns.Concat(layout.Columns).Select(column => column.Name)]]);

    /// <summary>The member of some rows.</summary>
    public static byte[] Rows(IEnumerable<SegmentRow> rows) => Member(rows.Select(row => (string?[])[row.Ordinal.ToString(CultureInfo.InvariantCulture), row.PersonKey, .. row.Values]));

    private static byte[] Member(IEnumerable<string?[]> lines)
    {
        using var packed = new MemoryStream();
        using (var csv = CsvWriter.Create(new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true), Writing, leaveOpen: false))
        {
            foreach (var line in lines)
            {
                foreach (var value in line)
                {
                    csv.WriteField(value);
                }

                csv.EndRecord();
            }
        }

        return packed.ToArray();
    }
}
