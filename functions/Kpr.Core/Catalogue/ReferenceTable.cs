using System.Globalization;
using System.Text;

namespace Kpr.Core.Catalogue;

/// <summary>
/// A table of reference data: UTF-8 text, semicolons, a header row, quotes where a cell holds a semicolon or a quote. A reader of our own,
/// since a short command reads several tables in a cold process and a general CSV library takes longer to start than these take to read.
/// </summary>
public sealed class ReferenceTable
{
    private readonly string[] _header;

    private ReferenceTable(string name, string[] header, IReadOnlyList<string[]> rows)
    {
        Name = name;
        _header = header;
        Rows = rows;
    }

    /// <summary>File name of the table.</summary>
    public string Name { get; }

    /// <summary>All rows below the header; every row has as many cells as the header. Empty cells are empty texts.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Place of a column.</summary>
    /// <exception cref="InvalidDataException">The table has no such column.</exception>
    public int Column(string name)
    {
        var at = Array.IndexOf(_header, name);
        return at >= 0 ? at : throw new InvalidDataException($"{Name} has no column {name}.");
    }

    /// <summary>Reads a table that lies in this assembly.</summary>
    /// <param name="name">File name, for instance <c>kommuner.csv</c>.</param>
    /// <exception cref="InvalidDataException">There is no such table, or it is malformed.</exception>
    public static ReferenceTable Embedded(string name)
    {
        using var stream = OpenEmbedded(name);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return Parse(name, Encoding.UTF8.GetString(content));
    }

    /// <summary>Reads a table from text.</summary>
    /// <param name="name">Named in errors.</param>
    /// <param name="text">Header and rows, LF or CRLF; blank lines are passed over.</param>
    /// <exception cref="InvalidDataException">A row has another number of cells than the header, a quote is not closed, or there is no header.</exception>
    public static ReferenceTable Parse(string name, ReadOnlySpan<char> text)
    {
        string[]? header = null;
        var rows = new List<string[]>();
        var cells = new List<string>();
        while (!text.IsEmpty)
        {
            cells.Clear();
            text = ReadRow(name, text, cells);
            if (cells is [""]) continue;
            if (header is null)
            {
                header = [.. cells];
                continue;
            }

            if (cells.Count != header.Length)
                throw new InvalidDataException($"{name}: row {rows.Count + 1} has {cells.Count} cells, the header {header.Length}.");
            rows.Add([.. cells]);
        }

        return new ReferenceTable(name, header ?? throw new InvalidDataException($"{name} is empty."), rows);
    }

    /// <summary>An ISO date (yyyy-MM-dd), or null for an empty cell.</summary>
    /// <exception cref="FormatException">The cell is neither.</exception>
    public static DateOnly? Date(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static Stream OpenEmbedded(string name) =>
        typeof(ReferenceTable).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no table {name}.");

    private static ReadOnlySpan<char> ReadRow(string name, ReadOnlySpan<char> text, List<string> cells)
    {
        while (true)
        {
            string cell;
            (cell, text) = text is ['"', ..] ? Quoted(name, text) : Plain(text);
            cells.Add(cell);
            if (text is [';', ..])
            {
                text = text[1..];
                continue;
            }

            if (text is ['\r', ..]) text = text[1..];
            if (text.IsEmpty) return text;
            return text[0] == '\n' ? text[1..] : throw new InvalidDataException($"{name}: text after the closing quote of a cell.");
        }
    }

    private static Split Plain(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(';', '\n', '\r');
        return end < 0 ? new Split(text.ToString(), []) : new Split(text[..end].ToString(), text[end..]);
    }

    private static Split Quoted(string name, ReadOnlySpan<char> text)
    {
        var cell = new StringBuilder();
        while (true)
        {
            text = text[1..];
            var end = text.IndexOf('"');
            if (end < 0) throw new InvalidDataException($"{name}: a quote is not closed.");
            cell.Append(text[..end]);
            text = text[(end + 1)..];
            if (text is not ['"', ..]) return new Split(cell.ToString(), text);
            cell.Append('"');
        }
    }

    /// <summary>A cell and what follows it.</summary>
    private readonly ref struct Split(string cell, ReadOnlySpan<char> rest)
    {
        private readonly ReadOnlySpan<char> _rest = rest;

        public void Deconstruct(out string first, out ReadOnlySpan<char> after)
        {
            first = cell;
            after = _rest;
        }
    }
}
