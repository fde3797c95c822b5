using System.Text;
using Kpr.Core.Extracts.Package.Scripts;

namespace Kpr.Core.Extracts.Package.Pages;

/// <summary>Renders a codebook as the text to be read first (<c>LESMEG.md</c>, <c>README.md</c>), in Markdown; code lists are left to the page.</summary>
public static class ReadFirst
{
    private const string Marks = "\\`*_{}[]<>#|~!&";

    /// <summary>Name of the file in a language.</summary>
    public static string FileName(PackageLanguage language) => language == PackageLanguage.English ? "README.md" : "LESMEG.md";

    /// <summary>The text.</summary>
    public static string Of(Codebook codebook, PackageLanguage language)
    {
        var text = new StringBuilder("# ").Append(Escape(codebook.Title.In(language))).Append('\n');
        foreach (var section in new CodebookSections(codebook, language).All().Where(section => !section.IsOnlyOnPage))
        {
            Write(text, section);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, CodebookSection section)
    {
        text.Append('\n').Append('#', section.Level).Append(' ').Append(Escape(section.Heading)).Append('\n');
        if (section.Facts.Count > 0)
        {
            text.Append('\n');
            foreach (var (name, value) in section.Facts)
            {
                text.Append("- **").Append(Escape(name)).Append(":** ").Append(Escape(value)).Append('\n');
            }
        }

        foreach (var paragraph in section.Texts)
        {
            text.Append('\n').Append(CodebookPage.IsCommand(paragraph) ? $"    {paragraph}" : Escape(paragraph)).Append('\n');
        }

        if (section.Columns.Count == 0)
        {
            return;
        }

        text.Append("\n| ").AppendJoin(" | ", section.Columns.Select(column => Escape(column.TrimStart('#')))).Append(" |\n|")
            .AppendJoin('|', section.Columns.Select(column => column[0] == '#' ? "---:" : "---")).Append("|\n");
        foreach (var row in section.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(Escape)).Append(" |\n");
        }
    }

    private static string Escape(string text) => string.Concat(ScriptText.OneLine(text).Select(c => Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
}
