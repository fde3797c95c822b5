using System.Globalization;
using System.Text;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package.Scripts;

/// <summary>The syntax for SPSS. A line of syntax holds 256 bytes, so labels are cut and every item has its own.</summary>
internal static class SpssScript
{
    private const int LongestLabel = 200;
    private const int LongestName = 120;

    public static string Of(Codebook codebook, PackageLanguage language)
    {
        var text = new StringBuilder("* Encoding: UTF-8.\n* ").Append(ScriptText.Head(codebook)).Append(".\n")
            .Append("* Sett mappen først / set the folder first: CD 'folder'.\nSET DECIMAL=DOT.\n");
        foreach (var table in codebook.Tables)
        {
            Write(text, codebook, table, language);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Codebook codebook, CodebookTable table, PackageLanguage language)
    {
        var columns = table.Table.Columns;
        text.Append(CultureInfo.InvariantCulture, $"\nGET DATA\n  /TYPE=TXT\n  /FILE={Quote(table.File.Name)}\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELCASE=LINE\n")
            .Append(CultureInfo.InvariantCulture, $"  /DELIMITERS=\"{(codebook.Delimiter == '\t' ? "\\t" : codebook.Delimiter.ToString())}\"\n  /QUALIFIER='\"'\n  /FIRSTCASE=2\n  /VARIABLES=\n");
        foreach (var column in columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {column.Name} {Format(column, table)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  .\nDATASET NAME {table.Table.Name}.\n");
        foreach (var column in columns.Where(column => column.Type is "datetime" or "yearmonth"))
        {
            WriteMoment(text, column);
        }

        text.Append("VARIABLE LABELS\n").AppendJoin("\n", columns.Select((column, at) =>
            $"  {(at == 0 ? "" : "/")}{column.Name} {Quote(ScriptText.Cut(ScriptText.Label(column, language), LongestLabel))}")).Append("\n  .\n");
        var coded = columns.Where(column => ScriptText.Codes(column).Any()).ToList();
        if (coded.Count > 0)
        {
            text.Append("VALUE LABELS\n").AppendJoin("\n", coded.Select((column, at) => $"  {(at == 0 ? "" : "/")}{column.Name}{Names(column)}")).Append("\n  .\n");
        }

        text.Append("EXECUTE.\n");
    }

    // Read as text, then made a moment: SPSS has no format that reads the letter T between day and time. The variable moves behind the others.
    private static void WriteMoment(StringBuilder text, ExtractColumn column)
    {
        var isTime = column.Type == "datetime";
        var day = isTime ? "NUMBER(SUBSTR(@text,9,2),F2)" : "1";
        text.Append(CultureInfo.InvariantCulture, $"RENAME VARIABLES ({column.Name}=@text).\n")
            .Append(CultureInfo.InvariantCulture, $"COMPUTE {column.Name}=DATE.DMY({day},NUMBER(SUBSTR(@text,6,2),F2),NUMBER(SUBSTR(@text,1,4),F4)).\n");
        if (isTime)
        {
            text.Append(CultureInfo.InvariantCulture, $"COMPUTE {column.Name}={column.Name}+NUMBER(SUBSTR(@text,12,2),F2)*3600+NUMBER(SUBSTR(@text,15,2),F2)*60.\n")
                .Append(CultureInfo.InvariantCulture, $"COMPUTE {column.Name}=SUM({column.Name},NUMBER(SUBSTR(@text,18,2),F2)).\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"FORMATS {column.Name} ({(isTime ? "DATETIME20" : "MOYR8")}).\nEXECUTE.\nDELETE VARIABLES @text.\n");
    }

    private static string Names(ExtractColumn column) => string.Concat(ScriptText.Codes(column)
        .Select(code => $"\n    {(ScriptText.IsNumber(column) ? code.Code : Quote(code.Code))} {Quote(ScriptText.Cut(code.Name, LongestName))}"));

    private static string Format(ExtractColumn column, CodebookTable table) => column.Type switch
    {
        "integer" => string.Create(CultureInfo.InvariantCulture, $"F{Math.Clamp(table.WidthOf(column.Name), 1, 40)}.0"),
        "number" => "F40.10",
        "year" => "F4.0",
        "date" => "SDATE10",
        _ => string.Create(CultureInfo.InvariantCulture, $"A{Math.Clamp(table.WidthOf(column.Name), 1, 32767)}"),
    };

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
