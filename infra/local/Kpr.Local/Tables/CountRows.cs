using System.Globalization;

namespace Kpr.Local.Tables;

/// <summary>The rows of a table of counts: the codes of each, and its count, null where hidden.</summary>
/// <param name="Delimiter">What separates the fields.</param>
/// <param name="Rows">Line, codes in the order of the dimensions, count.</param>
internal sealed record CountRows(char Delimiter, IReadOnlyList<(int Line, string[] Codes, long? Count)> Rows)
{
    /// <summary>What stands in a hidden cell.</summary>
    public const string Hidden = ":";

    // The engine reckons in doubles, and to a millionth.
    private const long MostCount = 1_000_000_000;

    /// <summary>Reads.</summary>
    /// <param name="options">The file and its columns.</param>
    /// <param name="published">Whether cells may be hidden.</param>
    /// <exception cref="TableInputException">A column that is missing, a count that is none.</exception>
    public static CountRows Read(TableOptions options, bool published)
    {
        var (delimiter, rows) = DelimitedText.Read(options.File, InputFile.Read(options.File));
        if (rows.Count < 2)
        {
            throw new TableInputException($"{options.File}: trenger en linje med kolonnenavn og minst én linje med tall.");
        }

        var header = rows[0].Fields;
        var by = options.By.Select(Column).ToArray();
        var count = Column(options.Count);
        var read = new List<(int, string[], long?)>(rows.Count - 1);
        foreach (var (line, fields) in rows.Skip(1))
        {
            if (fields.Length != header.Length)
            {
                throw new TableInputException($"{options.File}, linje {line}: {fields.Length} felt, ventet {header.Length}.");
            }

            read.Add((line, [.. by.Select(column => fields[column])], Count(fields[count], line)));
        }

        return new CountRows(delimiter, read);

        int Column(string name)
        {
            var found = Array.IndexOf(header, name);
            return found >= 0 && Array.LastIndexOf(header, name) == found
                ? found
                : throw new TableInputException($"{options.File}: kolonnen «{name}» {(found < 0 ? "finnes ikke" : "står to ganger")}. Kolonner: {string.Join(", ", header)}.");
        }

        long? Count(string text, int line) =>
            published && text == Hidden ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= MostCount ? value
            : throw new TableInputException($"{options.File}, linje {line}: «{text}» er ikke et antall (helt tall, 0 eller mer{(published ? ", eller :" : "")}).");
    }
}
