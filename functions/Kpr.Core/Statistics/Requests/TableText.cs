using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Requests;

/// <summary>
/// A protected table as it is given out: CSV as Excel reads it in Norwegian (byte order mark, semicolons, decimal comma), and HTML with notes in both languages.
/// </summary>
public sealed class TableText
{
    /// <summary>What stands in hidden cells.</summary>
    public const string Hidden = ":";

    /// <summary>What stands where there is nobody to divide by.</summary>
    public const string Nothing = ".";

    // Norwegian letters as they are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Not by the machine's own culture: its decimal comma, and no thousands.
    private static readonly NumberFormatInfo Norwegian = new() { NumberDecimalSeparator = ",", NegativeSign = "-" };

    private readonly TableRequest _request;
    private readonly TableLayout _layout;
    private readonly string _title;
    private readonly string _measure;
    private readonly Func<int, string> _value;

    private TableText(string title, TableRequest request, TableLayout layout, string measure, Func<int, string> value, IReadOnlyList<TableNote> notes) =>
        (_title, _request, _layout, _measure, _value, Notes) = (title, request, layout, measure, value, notes);

    /// <summary>Notes for readers.</summary>
    public IReadOnlyList<TableNote> Notes { get; }

    /// <summary>A table of counts.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="table">The table.</param>
    /// <param name="rules">The rules that it was protected by.</param>
    /// <param name="linked">Whether other tables of the same request were protected with it.</param>
    public static TableText Of(TableRequest request, ProtectedTable table, PrimaryRules rules, bool linked = false) => new(
        request.Title, request, table.Layout, request.Measure == TableMeasure.Sum ? "Sum" : "Antall",
        cell => table.Published[table.Layout.CellOf[cell]]?.ToString(CultureInfo.InvariantCulture) ?? Hidden, TableNotes.Of(request, rules, linked));

    /// <summary>A table of quotients.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rules">The rules that its counts were protected by.</param>
    /// <param name="of">Headline of the table that is divided.</param>
    /// <param name="per">Headline of the table that it is divided by.</param>
    public static TableText Of(QuotientTable table, PrimaryRules rules, string of, string per) => new(
        table.Quotient.Title, table.Request, table.Layout, table.Quotient.Kind == QuotientKind.Rate ? "Per 1 000" : "Gjennomsnitt",
        cell => table.Value(cell) is { } value ? value.ToString("F1", Norwegian) : table.IsShown(cell) ? Nothing : Hidden, TableNotes.Of(table, rules, of, per));

    /// <summary>Semicolons, a byte order mark and lines as Windows has them: opens in Excel. One line a cell.</summary>
    public string Csv()
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, [.. _request.Variables.Select(variable => variable.Norwegian), _measure]);
        for (var cell = 0; cell < _layout.CellCount; cell++)
        {
            Line(text, [.. Enumerable.Range(0, _layout.Dimensions.Count).Select(at => Code(at, _layout.Node(cell, at))), _value(cell)]);
        }

        return text.ToString();
    }

    /// <summary>A page for people: rows down the side, columns along the top, notes below.</summary>
    public string Html()
    {
        var (rows, columns) = (Corners(0, _request.Rows.Count), Corners(_request.Rows.Count, _request.Variables.Count));
        var html = new StringBuilder($"<!doctype html>\n<html lang=\"nb\">\n<meta charset=\"utf-8\">\n<title>{Escape(_title)}</title>\n<table>\n<caption>{Escape(_title)}</caption>\n<thead>\n");
        for (var at = _request.Rows.Count; at < _request.Variables.Count || at == _request.Rows.Count; at++)
        {
            html.Append("<tr>");
            foreach (var variable in _request.Rows)
            {
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{(at == _request.Rows.Count ? Escape(variable.Norwegian) : "")}</th>");
            }

            foreach (var column in columns)
            {
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{(column.Length == 0 ? _measure : Escape(Code(at, column[at - _request.Rows.Count])))}</th>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var at = 0; at < row.Length; at++)
            {
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"row\">{Escape(Code(at, row[at]))}</th>");
            }

            foreach (var column in columns)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td>{_value(_layout.Cell([.. row, .. column]))}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
        List("nb", note => note.Norwegian);
        List("en", note => note.English);
        return html.ToString();

        void List(string language, Func<TableNote, string> text)
        {
            html.Append(CultureInfo.InvariantCulture, $"<ul lang=\"{language}\">\n");
            foreach (var note in Notes)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(text(note))}</li>\n");
            }

            html.Append("</ul>\n");
        }
    }

    private List<int[]> Corners(int from, int to)
    {
        List<int[]> corners = [[]];
        for (var at = from; at < to; at++)
        {
            var codes = _layout.Dimensions[at].Codes.Count;
            corners = [.. corners.SelectMany(corner => Enumerable.Range(0, codes).Select(node => (int[])[.. corner, node]))];
        }

        return corners;
    }

    private string Code(int dimension, int node) => _layout.Dimensions[dimension].Codes[node];

    private static string Escape(string text) => Encoder.Encode(text);

    private static void Line(StringBuilder text, string[] fields) =>
        text.AppendJoin(';', fields.Select(field => field.AsSpan().IndexOfAny(";\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
