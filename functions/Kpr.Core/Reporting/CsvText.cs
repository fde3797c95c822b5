using System.Globalization;
using System.Text;

namespace Kpr.Core.Reporting;

/// <summary>
/// A table for spreadsheets set up in Norwegian: UTF-8 with byte order mark, semicolons, decimal comma, lines ended by
/// carriage return and line feed. No cell of text is taken for a formula, whatever it begins with.
/// </summary>
public sealed class CsvText
{
    private const string Starters = "=+-@\t\r\n|%＝＋－＠";

    private readonly StringBuilder _text = new();
    private bool _rowBegun;

    /// <summary>Begins with a header.</summary>
    public CsvText(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            Add(column);
        }

        EndRow();
    }

    /// <summary>Adds a cell of text; null is empty. A text that a spreadsheet could take for a formula gets an apostrophe before it.</summary>
    public CsvText Add(string? text)
    {
        var clean = new string([.. (text ?? "").Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);
        var guarded = text is { Length: > 0 } && (Starters.Contains(text[0], StringComparison.Ordinal) || Starters.Contains(clean.TrimStart().FirstOrDefault(), StringComparison.Ordinal)) ? "'" + clean : clean;
        return Cell($"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    /// <summary>Adds a whole number; null is empty.</summary>
    public CsvText Add(long? number) => Cell(number?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Adds a number with decimals; null is empty.</summary>
    public CsvText AddDecimal(double? number) => Cell(number?.ToString("0.0##", CultureInfo.InvariantCulture).Replace('.', ',') ?? "");

    /// <summary>Adds a date; null is empty.</summary>
    public CsvText Add(DateOnly? date) => Cell(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Adds a moment in Norwegian time; null is empty.</summary>
    public CsvText AddTime(DateTime? utc) => Cell(utc is { } time
        ? Catalogue.NorwegianTime.ToLocal(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "");

    /// <summary>Adds yes or no.</summary>
    public CsvText Add(bool value) => Cell(value ? "ja" : "nei");

    /// <summary>Ends the row.</summary>
    public CsvText EndRow()
    {
        _text.Append("\r\n");
        _rowBegun = false;
        return this;
    }

    /// <summary>The table as bytes, with its byte order mark.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())];

    private CsvText Cell(string cell)
    {
        _text.Append(_rowBegun ? ";" : "").Append(cell);
        _rowBegun = true;
        return this;
    }
}
