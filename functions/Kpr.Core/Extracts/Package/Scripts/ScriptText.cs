using System.Globalization;
using System.Text;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package.Scripts;

/// <summary>What the scripts of all programs share: what is said of a column, and text that stays on its line.</summary>
internal static class ScriptText
{
    /// <summary>The label of a column.</summary>
    public static string Label(ExtractColumn column, PackageLanguage language) => OneLine(language == PackageLanguage.English ? column.English : column.Norwegian);

    /// <summary>The label of a table.</summary>
    public static string Label(ExtractTable table, PackageLanguage language) => OneLine(language == PackageLanguage.English ? table.English : table.Norwegian);

    /// <summary>What the head of a script says: which delivery it belongs to. No character of it means anything in any of the programs.</summary>
    public static string Head(Codebook codebook) => new([.. OneLine(string.Create(
            CultureInfo.InvariantCulture, $"KPR, {codebook.Case}, {codebook.Order}, vedtak {codebook.DecisionVersion}, {codebook.Made:yyyy-MM-dd}"))
        .Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '-' or '.' ? c : '-')]);

    /// <summary>Whether a column holds numbers to reckon with. A year is one; codes and keys are text.</summary>
    public static bool IsNumber(ExtractColumn column) => column.Type is "integer" or "year" or "number";

    /// <summary>The codes of a column with their names, each on one line; none where it has no list.</summary>
    public static IEnumerable<(string Code, string Name)> Codes(ExtractColumn column) =>
        (column.Codes ?? []).Where(code => !IsNumber(column) || IsWhole(code.Key)).Select(code => (OneLine(code.Key), OneLine(code.Value)));

    /// <summary>Whether a code is a whole number written as programs write it: no zero or plus in front.</summary>
    public static bool IsWhole(string code) =>
        int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == code;

    /// <summary>A text on one line: whatever controls lines or direction becomes a space.</summary>
    public static string OneLine(string text) =>
        new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format ? ' ' : c)]).Trim();

    /// <summary>A text of so many bytes of UTF-8 at most, cut between characters.</summary>
    public static string Cut(string text, int bytes)
    {
        var length = 0;
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            length += rune.Utf8SequenceLength;
            if (length > bytes)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }
}
