using Kpr.Core.Receipts.Pages;

namespace Kpr.Core.Extracts.Package.Pages;

/// <summary>Renders a codebook as a page for people (<c>kodebok.html</c>, <c>codebook.html</c>): one file, no script, nothing loaded, made for screen and print.</summary>
public static class CodebookPage
{
    /// <summary>Name of the file in a language.</summary>
    public static string FileName(PackageLanguage language) => language == PackageLanguage.English ? "codebook.html" : "kodebok.html";

    /// <summary>The page.</summary>
    public static string Of(Codebook codebook, PackageLanguage language)
    {
        var sections = new CodebookSections(codebook, language);
        var title = $"{sections.Say("Kodebok", "Codebook")}: {codebook.Title.In(language)}";
        var all = sections.All().ToList();
        var page = new PageText(title, language == PackageLanguage.English ? "en" : "nb").Markup("<header>\n<h1>").Text(title).Markup("</h1>\n</header>\n");
        page.Markup("<nav aria-label=\"").Text(sections.Say("Innhold", "Contents")).Markup("\">\n<ul>\n");
        for (var at = 0; at < all.Count; at++)
        {
            if (all[at].Level == 2)
            {
                page.Markup($"<li><a href=\"#s{at}\">").Text(all[at].Heading).Markup("</a></li>\n");
            }
        }

        page.Markup("</ul>\n</nav>\n<main>\n");
        for (var at = 0; at < all.Count; at++)
        {
            Write(page, all[at], at);
        }

        return page.Markup("</main>\n").Finish();
    }

    private static void Write(PageText page, CodebookSection section, int at)
    {
        page.Markup($"<h{section.Level} id=\"s{at}\">").Text(section.Heading).Markup($"</h{section.Level}>\n");
        if (section.Facts.Count > 0)
        {
            page.Table(section.Heading);
            foreach (var (name, value) in section.Facts)
            {
                page.Row(name, value);
            }

            page.EndTable();
        }

        foreach (var text in section.Texts)
        {
            var tag = IsCommand(text) ? "code" : "span";
            page.Markup($"<p><{tag}>").Text(text).Markup($"</{tag}></p>\n");
        }

        if (section.Columns.Count == 0)
        {
            return;
        }

        page.Table(section.Heading, [.. section.Columns]);
        foreach (var row in section.Rows)
        {
            page.Markup("<tr><th scope=\"row\">").Text(row[0]).Markup("</th>");
            for (var cell = 1; cell < row.Count; cell++)
            {
                page.Markup(section.Columns[cell][0] == '#' ? "<td class=\"number\">" : "<td>").Text(row[cell]).Markup("</td>");
            }

            page.Markup("</tr>\n");
        }

        page.EndTable();
    }

    /// <summary>Whether a paragraph is something to type.</summary>
    internal static bool IsCommand(string text) => text.StartsWith("openssl ", StringComparison.Ordinal) || text.StartsWith("sha256sum ", StringComparison.Ordinal);
}
