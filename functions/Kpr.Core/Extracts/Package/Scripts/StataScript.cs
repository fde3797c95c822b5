using System.Globalization;
using System.Text;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package.Scripts;

/// <summary>The do-file for Stata 14 or later. Codes that are whole numbers get value labels; Stata has none for text, so names of other codes are notes of the variable.</summary>
internal static class StataScript
{
    private const int LongestLabel = 80;
    private const int LongestName = 200;

    public static string Of(Codebook codebook, PackageLanguage language)
    {
        var text = new StringBuilder("* ").Append(ScriptText.Head(codebook)).Append("\nversion 14\n");
        foreach (var table in codebook.Tables)
        {
            Write(text, codebook, table, language);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Codebook codebook, CodebookTable table, PackageLanguage language)
    {
        var delimiter = codebook.Delimiter == '\t' ? "\"\\t\"" : $"\"{codebook.Delimiter}\"";
        text.Append(CultureInfo.InvariantCulture, $"\nimport delimited using \"{table.File.Name}\", clear delimiters({delimiter}) varnames(1) case(preserve) encoding(\"utf-8\") bindquote(strict) stringcols(_all)\n")
            .Append(CultureInfo.InvariantCulture, $"label data {Quote(ScriptText.Label(table.Table, language), LongestLabel)}\n");
        foreach (var column in table.Table.Columns)
        {
            Write(text, column, language);
        }

        text.Append(CultureInfo.InvariantCulture, $"compress\nsave \"{table.Table.Name}.dta\", replace\n");
    }

    private static void Write(StringBuilder text, ExtractColumn column, PackageLanguage language)
    {
        var name = column.Name;
        var codes = ScriptText.Codes(column).ToList();
        var isNumber = ScriptText.IsNumber(column) || (codes.Count > 0 && codes.All(code => ScriptText.IsWhole(code.Code)));
        if (isNumber)
        {
            text.Append(CultureInfo.InvariantCulture, $"destring {name}, replace\n");
        }
        else if (Moment(column) is var (function, format))
        {
            text.Append(CultureInfo.InvariantCulture, $"tempvar text\nrename {name} `text'\ngenerate double {name} = {function}, after(`text')\ndrop `text'\nformat {name} {format}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"label variable {name} {Quote(ScriptText.Label(column, language), LongestLabel)}\n");
        if (isNumber && codes.Count > 0)
        {
            foreach (var (code, meaning) in codes)
            {
                text.Append(CultureInfo.InvariantCulture, $"label define {name} {code} {Quote(meaning, LongestName)}, add\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"capture label values {name} {name}\n");
            return;
        }

        foreach (var (code, meaning) in codes)
        {
            text.Append(CultureInfo.InvariantCulture, $"notes {name}: {Plain($"{code} = {meaning}", LongestName)}\n");
        }
    }

    private static (string Function, string Format)? Moment(ExtractColumn column) => column.Type switch
    {
        "date" => ("daily(`text', \"YMD\")", "%td"),
        "datetime" => ("clock(subinstr(substr(`text', 1, 19), \"T\", \" \", 1), \"YMDhms\")", "%tc"),
        "yearmonth" => ("monthly(`text', \"YM\")", "%tm"),
        _ => null,
    };

    private static string Quote(string text, int longest) => $"`\"{Plain(text, longest)}\"'";

    // Stata takes ` and $ for macros, and "' for the end of a compound quote, in whatever stands between quotes; // and /* begin comments outside them.
    private static string Plain(string text, int longest) => ScriptText.Cut(text, longest).Replace('`', '\'').Replace('$', '＄').Replace("\"", "''", StringComparison.Ordinal)
        .Replace("//", "/ /", StringComparison.Ordinal).Replace("/*", "/ *", StringComparison.Ordinal);
}
