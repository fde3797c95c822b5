using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kpr.Core.Invoices.Documents;

/// <summary>A page for people: HTML made for print, without script, every value encoded.</summary>
internal sealed class Page
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(6 << 10);

    public Page(string title) => _text.Append(
        $$"""
        <!DOCTYPE html>
        <html lang="nb">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encoder.Encode(title)}}</title>
        <style>
        body { font: 11pt/1.45 "Segoe UI", Arial, sans-serif; color: #000; background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.5em; margin: 0 0 1em; }
        .parties { display: flex; gap: 3em; margin-bottom: 1.5em; }
        .parties > div { flex: 1; }
        table { border-collapse: collapse; width: 100%; margin: 1em 0; }
        caption { text-align: left; font-weight: bold; padding: .3em 0; }
        th, td { text-align: left; padding: .3em .5em; border-bottom: 1px solid #767676; vertical-align: top; }
        .amount { text-align: right; white-space: nowrap; }
        .pay { border: 2px solid #000; padding: .5em 1em; margin-top: 1.5em; break-inside: avoid; }
        @page { size: A4; margin: 18mm; }
        @media print {
        body { margin: 0; max-width: none; padding: 0; font-size: 10pt; line-height: 1.3; }
        table { margin: .6em 0; } th, td { padding: .2em .4em; } .pay { margin-top: 1em; } tr { break-inside: avoid; }
        }
        </style>
        </head>
        <body>
        <main>
        <h1>{{Encoder.Encode(title)}}</h1>

        """);

    /// <summary>Adds markup as it stands.</summary>
    public Page Raw(string markup)
    {
        _text.Append(markup).Append('\n');
        return this;
    }

    /// <summary>Adds a paragraph.</summary>
    public Page Paragraph(string text) => Raw($"<p>{Encoder.Encode(text)}</p>");

    /// <summary>Adds a table of names and values.</summary>
    public Page Facts(string caption, params (string Name, string? Value)[] facts)
    {
        Raw("<table>").Raw($"<caption>{Encoder.Encode(caption)}</caption>");
        foreach (var (name, value) in facts)
        {
            if (value is { Length: > 0 })
            {
                Raw($"<tr><th scope=\"row\">{Encoder.Encode(name)}</th><td>{Encoder.Encode(value)}</td></tr>");
            }
        }

        return Raw("</table>");
    }

    /// <summary>Adds a table; columns whose head begins with <c>#</c> are amounts.</summary>
    public Page Table(string caption, string[] head, IEnumerable<string[]> rows)
    {
        Raw("<table>").Raw($"<caption>{Encoder.Encode(caption)}</caption>");
        Raw($"<thead><tr>{string.Concat(head.Select(cell => $"<th scope=\"col\"{Amount(cell)}>{Encoder.Encode(cell.TrimStart('#'))}</th>"))}</tr></thead>").Raw("<tbody>");
        foreach (var row in rows)
        {
            Raw($"<tr>{string.Concat(row.Select((cell, at) => $"<td{Amount(head[at])}>{Encoder.Encode(cell)}</td>"))}</tr>");
        }

        return Raw("</tbody>").Raw("</table>");
    }

    /// <summary>A name and address, line by line.</summary>
    public static string Block(string heading, params string?[] lines) =>
        $"<div><strong>{Encoder.Encode(heading)}</strong><br>{string.Join("<br>", lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => Encoder.Encode(line!)))}</div>";

    /// <summary>A day as people write it.</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>The whole page.</summary>
    public override string ToString() => _text + "</main>\n</body>\n</html>\n";

    private static string Amount(string head) => head.StartsWith('#') ? " class=\"amount\"" : "";
}
