using System.Globalization;
using System.Text;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package.Scripts;

/// <summary>The script for R, which needs no package. Labels are the attributes that haven and labelled use.</summary>
internal static class RScript
{
    public static string Of(Codebook codebook, PackageLanguage language)
    {
        var text = new StringBuilder("# ").Append(ScriptText.Head(codebook)).Append("\n# source(\"read_data.R\", encoding = \"UTF-8\")\n\n")
            .Append(".kpr_label <- function(x, text) { attr(x, \"label\") <- text; x }\n")
            .Append(".kpr_codes <- function(x, names, values) { attr(x, \"labels\") <- stats::setNames(values, names); x }\n");
        foreach (var table in codebook.Tables)
        {
            Write(text, codebook, table, language);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Codebook codebook, CodebookTable table, PackageLanguage language)
    {
        var name = Backtick(table.Table.Name);
        text.Append(CultureInfo.InvariantCulture, $"\n# {ScriptText.Label(table.Table, language)}\n{name} <- utils::read.table({Quote(table.File.Name)}, header = TRUE,\n")
            .Append(CultureInfo.InvariantCulture, $"  sep = {Quote(codebook.Delimiter.ToString())}, quote = \"\\\"\", comment.char = \"\", dec = \".\", fileEncoding = \"UTF-8\",\n")
            .Append("  na.strings = \"\", check.names = FALSE, stringsAsFactors = FALSE, colClasses = c(\n");
        text.AppendJoin(",\n", table.Table.Columns.Select(column => $"    {Backtick(column.Name)} = {Quote(Class(column))}")).Append("))\n");
        foreach (var column in table.Table.Columns)
        {
            var place = $"{name}[[{Quote(column.Name)}]]";
            if (Converted(column, place) is { } converted)
            {
                text.Append(CultureInfo.InvariantCulture, $"{place} <- {converted}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{place} <- .kpr_label({place}, {Quote(ScriptText.Label(column, language))})\n");
            var codes = ScriptText.Codes(column).ToList();
            if (codes.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{place} <- .kpr_codes({place}, c(\n  ").AppendJoin(",\n  ", codes.Select(code => Quote(code.Name)))
                    .Append("), c(\n  ").AppendJoin(",\n  ", codes.Select(code => ScriptText.IsNumber(column) ? code.Code : Quote(code.Code))).Append("))\n");
            }
        }
    }

    // Whole numbers above two thousand million do not fit R's integers.
    private static string Class(ExtractColumn column) => column.Type switch
    {
        "integer" or "number" => "numeric",
        "year" => "integer",
        _ => "character",
    };

    private static string? Converted(ExtractColumn column, string place) => column.Type switch
    {
        "date" => $"as.Date({place}, format = \"%Y-%m-%d\")",
        "datetime" => $"as.POSIXct(sub(\"T\", \" \", substr({place}, 1, 19)), format = \"%Y-%m-%d %H:%M:%S\", tz = \"UTC\")",
        "yearmonth" => $"as.Date(ifelse(is.na({place}), NA, paste0({place}, \"-01\")), format = \"%Y-%m-%d\")",
        _ => null,
    };

    private static string Backtick(string name) => $"`{name}`";

    private static string Quote(string text) =>
        $"\"{ScriptEscapes.Control(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";
}
