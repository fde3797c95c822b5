using System.Text;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>
/// A table of reference data: UTF-8 text, semicolons, a header row, quotes where a cell holds a semicolon or a quote. A reader of our own,
/// since a short command reads several tables in a cold process and a general CSV library takes longer to start than these take to read.
/// </summary>
public sealed class ReferenceTable
{
    private readonly string[] _header;
    private readonly List<int> _lines;

    private ReferenceTable(string name, string[] header, List<string[]> rows, List<int> lines)
    {
        Name = name;
        _header = header;
        Rows = rows;
        _lines = lines;
    }

    /// <summary>File name of the table.</summary>
    public string Name { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header => _header;

    /// <summary>All rows below the header; every row has as many cells as the header. Empty cells are empty texts.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>1-based line on which each row begins.</summary>
    public IReadOnlyList<int> Lines => _lines;

    /// <summary>Place of a column.</summary>
    /// <exception cref="InvalidDataException">The table has no such column.</exception>
    public int Column(string name)
    {
        var at = TryColumn(name);
        return at >= 0 ? at : throw new InvalidDataException($"{Name} has no column {name}.");
    }

    /// <summary>Place of a column; -1 when the table has no such column.</summary>
    public int TryColumn(string name) => Array.IndexOf(_header, name);

    /// <summary>Reads a table that lies in this assembly.</summary>
    /// <param name="name">File name, for instance <c>kommuner.csv</c>.</param>
    /// <exception cref="InvalidDataException">There is no such table, or it is malformed.</exception>
    public static ReferenceTable Embedded(string name) => Parse(name, Encoding.UTF8.GetString(EmbeddedBytes(name)));

    /// <summary>Reads a table from text.</summary>
    /// <param name="name">Named in errors.</param>
    /// <param name="text">Header and rows, LF or CRLF; blank lines are passed over.</param>
    /// <exception cref="InvalidDataException">A row has another number of cells than the header, a quote is not closed, or there is no header.</exception>
    public static ReferenceTable Parse(string name, ReadOnlySpan<char> text) => Parse(name, text, null)!;

    /// <summary>Reads a table from text, as far as it can be read.</summary>
    /// <param name="name">Named in faults.</param>
    /// <param name="text">Header and rows, LF or CRLF; blank lines are passed over.</param>
    /// <param name="faults">Takes what is malformed; a malformed row is passed over. Null: the first fault is thrown.</param>
    /// <returns>The table; null when it has no header.</returns>
    internal static ReferenceTable? Parse(string name, ReadOnlySpan<char> text, List<ReferenceFault>? faults)
    {
        string[]? header = null;
        var (rows, lines, cells, line) = (new List<string[]>(), new List<int>(), new List<string>(), 1);
        while (!text.IsEmpty)
        {
            cells.Clear();
            var start = line;
            var before = text;
            var fault = ReadRow(ref text, cells);
            line += before[..(before.Length - text.Length)].Count('\n');
            if (fault is null && cells is [""]) continue;
            if (fault is null && header is null)
            {
                header = [.. cells];
                continue;
            }

            fault ??= cells.Count == header!.Length ? null : $"Raden har {cells.Count} celler, hodet har {header.Length}.";
            if (fault is null)
            {
                rows.Add([.. cells]);
                lines.Add(start);
            }
            else
            {
                Note(faults, new ReferenceFault(name, start, null, fault));
                if (header is null) return null;
            }
        }

        if (header is not null) return new ReferenceTable(name, header, rows, lines);
        Note(faults, new ReferenceFault(name, null, null, "Tabellen er tom."));
        return null;
    }

    internal static byte[] EmbeddedBytes(string name)
    {
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no table {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static void Note(List<ReferenceFault>? faults, ReferenceFault fault)
    {
        if (faults is null) throw new InvalidDataException(fault.ToString());
        faults.Add(fault);
    }

    // Answers what is wrong with the row; the text then goes on behind what could be understood of it.
    private static string? ReadRow(ref ReadOnlySpan<char> text, List<string> cells)
    {
        while (true)
        {
            string? cell;
            (cell, text) = text is ['"', ..] ? Quoted(text) : Plain(text);
            if (cell is null) return "Et anførselstegn er ikke lukket.";
            cells.Add(cell);
            if (text is [';', ..])
            {
                text = text[1..];
                continue;
            }

            if (text is ['\r', ..]) text = text[1..];
            var end = text.IndexOf('\n');
            var rest = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            return rest.IsEmpty ? null : "Det står tekst etter anførselstegnet som lukker en celle.";
        }
    }

    private static Split Plain(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(';', '\n', '\r');
        return end < 0 ? new Split(text.ToString(), []) : new Split(text[..end].ToString(), text[end..]);
    }

    private static Split Quoted(ReadOnlySpan<char> text)
    {
        var cell = new StringBuilder();
        while (true)
        {
            text = text[1..];
            var end = text.IndexOf('"');
            if (end < 0) return new Split(null, []);
            cell.Append(text[..end]);
            text = text[(end + 1)..];
            if (text is not ['"', ..]) return new Split(cell.ToString(), text);
            cell.Append('"');
        }
    }

    /// <summary>A cell, null when it does not end, and what follows it.</summary>
    private readonly ref struct Split(string? cell, ReadOnlySpan<char> rest)
    {
        private readonly ReadOnlySpan<char> _rest = rest;

        public void Deconstruct(out string? first, out ReadOnlySpan<char> after)
        {
            first = cell;
            after = _rest;
        }
    }
}
