using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kpr.Core.Receipts.Pages;

/// <summary>
/// A page for people in the making: HTML5 that is well-formed XML as well. Text goes in by methods that encode it; markup is
/// what this program's own source says, never a value.
/// </summary>
internal sealed class PageText
{
    private const char Replacement = '\uFFFD';

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _page = new();

    /// <summary>Begins a page: head, style and policy.</summary>
    /// <param name="title">Its title, not encoded.</param>
    /// <param name="language">Its language: nb or en.</param>
    public PageText(string title, string language = "nb")
    {
        Markup("<!DOCTYPE html>\n<html lang=\"").Text(language).Markup("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"robots\" content=\"noindex\"/>\n")
            .Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"").Text(PageStyle.Policy).Markup("\"/>\n<title>").Text(title)
            .Markup("</title>\n<style>").Markup(PageStyle.Sheet).Markup("</style>\n</head>\n<body>\n");
    }

    /// <summary>Adds markup that this program wrote.</summary>
    public PageText Markup(string markup)
    {
        _page.Append(markup);
        return this;
    }

    /// <summary>Adds text, encoded.</summary>
    public PageText Text(string? text)
    {
        _page.Append(Encoder.Encode(Clean(text ?? "")));
        return this;
    }

    /// <summary>Adds a number as Norwegians write it.</summary>
    public PageText Number(long number) => Text(ReceiptText.Number(number));

    /// <summary>Adds a row of a table whose first cell heads the row.</summary>
    public PageText Row(string heading, string? value) =>
        Markup("<tr><th scope=\"row\">").Text(heading).Markup("</th><td>").Text(value).Markup("</td></tr>\n");

    /// <summary>Adds a row of a table whose first cell heads the row, with a number.</summary>
    public PageText Row(string heading, long number) =>
        Markup("<tr><th scope=\"row\">").Text(heading).Markup("</th><td class=\"number\">").Number(number).Markup("</td></tr>\n");

    /// <summary>Begins a table that scrolls by itself where the screen is narrow.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">Headings of the columns; one that begins with # is of numbers. None for a table with headings of rows only.</param>
    public PageText Table(string caption, params ReadOnlySpan<string> columns)
    {
        Markup("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"").Text(caption).Markup("\">\n<table>\n<caption>").Text(caption).Markup("</caption>\n");
        if (columns.Length > 0)
        {
            Markup("<thead><tr>");
            foreach (var column in columns)
            {
                Markup(column[0] == '#' ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">").Text(column.TrimStart('#')).Markup("</th>");
            }

            Markup("</tr></thead>\n");
        }

        return Markup("<tbody>\n");
    }

    /// <summary>Ends a table.</summary>
    public PageText EndTable() => Markup("</tbody>\n</table>\n</div>\n");

    /// <summary>The page, to its end.</summary>
    public string Finish() => _page.Append("</body>\n</html>\n").ToString();

    // What HTML and XML cannot hold, and what turns the direction of text that others wrote.
    private static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnfit(text, i))
            {
                return new string([.. text.Select((c, at) => IsUnfit(text, at) ? Replacement : c)]);
            }
        }

        return text;
    }

    private static bool IsUnfit(string text, int at) => text[at] switch
    {
        '\t' or '\n' => false,
        < ' ' or (>= '\x7f' and <= '\x9f') or '\uFFFE' or '\uFFFF' => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' => true,
        var c when char.IsHighSurrogate(c) => at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]),
        var c when char.IsLowSurrogate(c) => at == 0 || !char.IsHighSurrogate(text[at - 1]),
        _ => false,
    };
}
