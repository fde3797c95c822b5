using System.Globalization;
using Kpr.Core.Formats;
using Kpr.Core.Identity;
using Kpr.Core.Register;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Register;

/// <summary>Rows of every kind that a column may have, by a seed.</summary>
internal static class SegmentSamples
{
    private static readonly string?[] Odd =
        [null, "", "å æ ø, «sitert»", "to\nlinjer", "\"", "🩺", "\ud800", "0", "-0", "007", "-5", "9223372036854775807", "-9223372036854775808", "2024-02-30T10:00:00", "P", " "];

    /// <summary>A layout of as many columns.</summary>
    public static RegisterLayout Layout(int columns) => new AnyLayout(columns);

    /// <summary>Some rows.</summary>
    public static List<SegmentRow> Rows(RandomNumbers random, int count, int columns)
    {
        var kinds = Enumerable.Range(0, columns).Select(_ => (Kind: random.Below(9), Few: 1 + random.Below(20), Gaps: random.Below(3) == 0)).ToList();
        var keys = random.Below(5);
        return
        [
            .. Enumerable.Range(1, count).Select(at => new SegmentRow(
                at * 3L, keys == 0 || random.Below(10) == 0 ? "" : Key(random.Below(keys == 1 ? 3 : 100_000)),
                [.. kinds.Select(kind => kind.Gaps && random.Below(3) == 0 ? "" : Value(random, kind.Kind, kind.Few))])),
        ];
    }

    /// <summary>The block of some rows.</summary>
    public static byte[] Block(IEnumerable<SegmentRow> rows)
    {
        var block = new SegmentRows();
        foreach (var row in rows)
        {
            block.Add(row.Ordinal, PersonKey.TryParse(row.PersonKey, out var key) ? key : null, row.Values);
        }

        return block.Finish();
    }

    /// <summary>A segment of blocks.</summary>
    public static byte[] Segment(int columns, params IEnumerable<IEnumerable<SegmentRow>> blocks)
    {
        using var target = new MemoryStream();
        var writer = new SegmentWriter(target, Layout(columns));
        foreach (var rows in blocks)
        {
            writer.Append(Block(rows));
        }

        writer.Finish();
        return target.ToArray();
    }

    /// <summary>Rows as text, for comparing.</summary>
    public static IEnumerable<string> Text(IEnumerable<SegmentRow> rows) => rows.Select(row => $"{row.Ordinal}|{row.PersonKey}|{string.Join('|', row.Values)}");

    /// <summary>Rows as they are read: half a character is none, and nothing is empty.</summary>
    public static IEnumerable<string> Stored(IEnumerable<SegmentRow> rows) => Text(rows).Select(text => text.Replace('\ud800', '\ufffd').Replace("🩺".Replace('\ud800', ' '), "🩺", StringComparison.Ordinal));

    /// <summary>A person key.</summary>
    public static string Key(int number)
    {
        var bytes = new byte[PersonKey.ByteLength];
        BitConverter.TryWriteBytes(bytes.AsSpan(2), number * 2_654_435_761L);
        return new PersonKey(bytes).ToString();
    }

    private static string? Value(RandomNumbers random, int kind, int few) => kind switch
    {
        0 => null,
        1 => Odd[random.Below(Odd.Length)],
        2 => $"kode {random.Below(few)}",
        3 => new Guid(random.Below(int.MaxValue), (short)random.Below(9), 0x4000, 1, 2, 3, 4, 5, 6, 7, 8).ToString(),
        4 => new DateTime(2024, 1, 1).AddSeconds(random.Below(30_000_000)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        5 => (random.Below(2_000_000) - 1_000_000).ToString(CultureInfo.InvariantCulture),
        6 => new string('x', random.Below(40)) + random.Below(1_000_000).ToString(CultureInfo.InvariantCulture),
        7 => Key(random.Below(1_000_000)),
        _ => "det samme",
    };

    private sealed class AnyLayout(int columns) : RegisterLayout
    {
        public override string Folder => "any";

        public override IReadOnlyList<RegisterColumn> Columns { get; } = [.. Enumerable.Range(0, columns).Select(at => new RegisterColumn($"c{at}", "string", "En kolonne"))];

        public override string Partition(FeedRecord record, string sender) => "2024/any";

        public override void Write(FeedRecord record, Span<string?> values) => values.Clear();
    }
}
