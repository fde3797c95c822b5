using System.Globalization;
using System.Text;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package.Scripts;

/// <summary>The program for SAS in a UTF-8 session. Texts stand in single quotes, in which no macro is seen.</summary>
internal static class SasScript
{
    private const int LongestLabel = 200;
    private const int LongestName = 200;

    public static string Of(Codebook codebook, PackageLanguage language)
    {
        var text = new StringBuilder("* ").Append(ScriptText.Head(codebook)).Append(";\noptions validvarname=v7;\n");
        for (var at = 0; at < codebook.Tables.Count; at++)
        {
            Write(text, codebook, codebook.Tables[at], at, language);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Codebook codebook, CodebookTable table, int tableAt, PackageLanguage language)
    {
        var columns = table.Table.Columns;
        var coded = columns.Where(column => ScriptText.Codes(column).Any()).ToList();
        if (coded.Count > 0)
        {
            text.Append("\nproc format;\n");
            foreach (var column in coded)
            {
                text.Append(CultureInfo.InvariantCulture, $"  value {FormatOf(column)}\n").AppendJoin("\n", ScriptText.Codes(column).Select(code =>
                    $"    {(ScriptText.IsNumber(column) ? code.Code : Quote(code.Code, LongestName))} = {Quote(code.Name, LongestName)}")).Append(";\n");
            }

            text.Append("run;\n");
        }

        var delimiter = codebook.Delimiter == '\t' ? "'09'x" : $"'{codebook.Delimiter}'";
        text.Append(CultureInfo.InvariantCulture, $"\ndata {table.Table.Name} (label={Quote(ScriptText.Label(table.Table, language), LongestLabel)});\n")
            .Append(CultureInfo.InvariantCulture, $"  infile '{table.File.Name}' dsd dlm={delimiter} firstobs=2 encoding='utf-8' lrecl=1048576 truncover termstr=lf;\n");
        foreach (var column in columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"  informat {column.Name} {Informat(column, table)};\n");
        }

        foreach (var column in columns.Where(column => Format(column) is not null || coded.Contains(column)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  format {column.Name} {(coded.Contains(column) ? FormatOf(column) + "." : Format(column))};\n");
        }

        text.Append("  label\n").AppendJoin("\n", columns.Select(column => $"    {column.Name} = {Quote(ScriptText.Label(column, language), LongestLabel)}"))
            .Append(";\n  input ").AppendJoin(" ", columns.Select(column => column.Name)).Append(";\nrun;\n");

        // Names of formats may not end with a digit, and those for text begin with $.
        string FormatOf(ExtractColumn column) => string.Create(
            CultureInfo.InvariantCulture, $"{(ScriptText.IsNumber(column) ? "" : "$")}t{tableAt + 1}v{columns.ToList().IndexOf(column) + 1}f");
    }

    private static string Informat(ExtractColumn column, CodebookTable table) => column.Type switch
    {
        "integer" or "number" or "year" => "best32.",
        "date" => "yymmdd10.",
        "datetime" => "e8601dt19.",
        _ => string.Create(CultureInfo.InvariantCulture, $"${Math.Clamp(table.WidthOf(column.Name), 1, 32767)}."),
    };

    private static string? Format(ExtractColumn column) => column.Type switch
    {
        "date" => "yymmdd10.",
        "datetime" => "e8601dt19.",
        _ => null,
    };

    private static string Quote(string text, int longest) => $"'{ScriptText.Cut(text, longest).Replace("'", "''", StringComparison.Ordinal)}'";
}
