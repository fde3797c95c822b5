using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kpr.Core.Statistics.Requests;

/// <summary>A protected table as it is given out: CSV that Excel reads, and HTML, both with notes in Norwegian.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="table">The table.</param>
/// <param name="rules">The rules that it was protected by.</param>
/// <param name="width">The width that it was protected with.</param>
public sealed class TableText(TableRequest request, ProtectedTable table, Rules.PrimaryRules rules, long width)
{
    /// <summary>What stands in hidden cells.</summary>
    public const string Hidden = ":";

    // Norwegian letters as they are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Notes for readers.</summary>
    public IReadOnlyList<string> Notes =>
    [
        request.Measure switch
        {
            TableMeasure.Persons => "Tallene er personer.",
            TableMeasure.Contacts => "Tallene er kontakter.",
            _ => $"Tallene er summer av {request.SumOf}.",
        },
        string.Create(CultureInfo.InvariantCulture, $"{Hidden} er skjult: under {rules.HideBelow} personer, eller tall som slike kunne regnes ut av. Tegnet sier ikke hvilket."),
        rules.Zeros == Rules.ZeroPolicy.Publish ? "Nuller er vist." : "Nuller er skjult på samme måte.",
        string.Create(CultureInfo.InvariantCulture, $"Ingen skjulte tall kan regnes ut nærmere enn {width}, heller ikke av alle tallene i tabellen sammen."),
        "Andeler og gjennomsnitt av disse tallene skal bare regnes av tall som er vist.",
    ];

    /// <summary>Semicolons, a byte order mark and lines as Windows has them: opens in Excel. One line a cell.</summary>
    public string Csv()
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, [.. request.Variables.Select(variable => variable.Norwegian), "Antall"]);
        for (var cell = 0; cell < table.Layout.CellCount; cell++)
        {
            Line(text, [.. Enumerable.Range(0, table.Layout.Dimensions.Count).Select(at => Code(at, table.Layout.Node(cell, at))), Value(cell)]);
        }

        return text.ToString();
    }

    /// <summary>A page for people: rows down the side, columns along the top, notes below.</summary>
    public string Html()
    {
        var (rows, columns) = (Corners(0, request.Rows.Count), Corners(request.Rows.Count, request.Variables.Count));
        var html = new StringBuilder($"<!doctype html>\n<html lang=\"nb\">\n<meta charset=\"utf-8\">\n<title>{Escape(request.Title)}</title>\n<table>\n<caption>{Escape(request.Title)}</caption>\n<thead>\n");
        for (var at = request.Rows.Count; at < request.Variables.Count || at == request.Rows.Count; at++)
        {
            html.Append("<tr>");
            foreach (var variable in request.Rows)
            {
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{(at == request.Rows.Count ? Escape(variable.Norwegian) : "")}</th>");
            }

            foreach (var column in columns)
            {
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{(column.Length == 0 ? "Antall" : Escape(Code(at, column[at - request.Rows.Count])))}</th>");
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
                html.Append(CultureInfo.InvariantCulture, $"<td>{Value(table.Layout.Cell([.. row, .. column]))}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n<ul>\n");
        foreach (var note in Notes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(note)}</li>\n");
        }

        return html.Append("</ul>\n").ToString();
    }

    private List<int[]> Corners(int from, int to)
    {
        List<int[]> corners = [[]];
        for (var at = from; at < to; at++)
        {
            var codes = table.Layout.Dimensions[at].Codes.Count;
            corners = [.. corners.SelectMany(corner => Enumerable.Range(0, codes).Select(node => (int[])[.. corner, node]))];
        }

        return corners;
    }

    private string Code(int dimension, int node) => table.Layout.Dimensions[dimension].Codes[node];

    private string Value(int cell) => table.Published[table.Layout.CellOf[cell]]?.ToString(CultureInfo.InvariantCulture) ?? Hidden;

    private static string Escape(string text) => Encoder.Encode(text);

    private static void Line(StringBuilder text, string[] fields) =>
        text.AppendJoin(';', fields.Select(field => field.AsSpan().IndexOfAny(";\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
