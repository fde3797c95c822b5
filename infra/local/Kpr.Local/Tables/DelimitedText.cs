using System.Text;

namespace Kpr.Local.Tables;

/// <summary>Delimited text in memory: comma or semicolon by the first line, fields in quotes where need be (RFC 4180).</summary>
internal static class DelimitedText
{
    /// <summary>The rows, each with the number of its first line; empty lines are left out.</summary>
    /// <exception cref="TableInputException">A quote that does not end, or text behind one.</exception>
    public static (char Delimiter, List<(int Line, string[] Fields)> Rows) Read(string file, string text)
    {
        text = text.TrimStart('\uFEFF');
        var delimiter = Delimiter(text);
        var rows = new List<(int, string[])>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, first, at) = (1, 1, 0);
        var (quoted, any) = (false, false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted)
            {
                if (c != '"')
                {
                    line += c == '\n' ? 1 : 0;
                    field.Append(c);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append(text[++at]);
                }
                else
                {
                    quoted = false;
                    if (at + 1 < text.Length && text[at + 1] != delimiter && text[at + 1] is not ('\r' or '\n'))
                    {
                        throw new TableInputException($"{file}, linje {line}: tekst etter sluttanførselstegnet.");
                    }
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                (quoted, any) = (true, true);
            }
            else if (c == delimiter)
            {
                fields.Add(field.ToString());
                field.Clear();
                any = true;
            }
            else if (c == '\n')
            {
                EndRow();
                first = ++line;
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (quoted)
        {
            throw new TableInputException($"{file}, linje {first}: anførselstegnet avsluttes ikke.");
        }

        EndRow();
        return (delimiter, rows);

        void EndRow()
        {
            if (any || field.Length > 0)
            {
                fields.Add(field.ToString());
                rows.Add((first, [.. fields]));
            }

            fields.Clear();
            field.Clear();
            any = false;
        }
    }

    /// <summary>A field as it is written: in quotes where it would be misread else.</summary>
    public static string Field(string value, char delimiter) =>
        value.AsSpan().IndexOfAny(['"', '\r', '\n', delimiter]) < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static char Delimiter(string text)
    {
        var line = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end && end >= 0 ? end : text.Length);
        var (commas, semicolons, quoted) = (0, 0, false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            commas += !quoted && c == ',' ? 1 : 0;
            semicolons += !quoted && c == ';' ? 1 : 0;
        }

        return semicolons > commas ? ';' : ',';
    }
}
