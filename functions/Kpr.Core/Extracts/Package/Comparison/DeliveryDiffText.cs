using System.Globalization;
using System.Text;

namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>Tells people what changed from a delivery to the next.</summary>
public static class DeliveryDiffText
{
    /// <summary>The text, a line a fact.</summary>
    public static string Of(DeliveryDiff diff, PackageLanguage language)
    {
        var text = new StringBuilder();
        Add(
            Say("Endringer fra leveransen {0} (vedtak {1}) til {2} (vedtak {3})", "Changes from the delivery of {0} (decision {1}) to that of {2} (decision {3})"),
            Day(diff.MadeBefore), diff.DecisionBefore, Day(diff.MadeAfter), diff.DecisionAfter);
        Add(Say("Personer: {0} nye, {1} borte, {2} i begge", "Persons: {0} new, {1} gone, {2} in both"), diff.Persons.Added, diff.Persons.Removed, diff.Persons.Same);
        foreach (var table in diff.Tables)
        {
            WriteTable(table);
        }

        return text.ToString();

        void WriteTable(TableChange table)
        {
            if (table.RowsBefore is null || table.RowsAfter is null)
            {
                Add(
                    table.RowsBefore is null ? Say("{0}: ny tabell med {1} rader", "{0}: new table of {1} rows") : Say("{0}: tabellen er borte; den hadde {1} rader", "{0}: the table is gone; it had {1} rows"),
                    table.Table, table.RowsAfter ?? table.RowsBefore);
                return;
            }

            Add(Say("{0}: {1} rader før, {2} nå", "{0}: {1} rows before, {2} now"), table.Table, table.RowsBefore, table.RowsAfter);
            if (table.Rows is not { } rows)
            {
                Add(Say("  radene kan ikke sammenlignes: variablene er ikke de samme", "  rows cannot be compared: the variables are not the same"));
            }
            else if (table.HasSameColumns)
            {
                Add(Say("  {0} nye, {1} borte, {2} endret, {3} som før", "  {0} new, {1} gone, {2} changed, {3} as before"), rows.Added, rows.Removed, rows.Changed, rows.Same);
            }
            else
            {
                Add(Say("  {0} nye, {1} borte, {2} i begge, med andre variabler", "  {0} new, {1} gone, {2} in both, with other variables"), rows.Added, rows.Removed, rows.Changed + rows.Same);
            }

            AddList(Say("  nye variabler: {0}", "  new variables: {0}"), table.ColumnsAdded);
            AddList(Say("  variabler som er borte: {0}", "  variables that are gone: {0}"), table.ColumnsRemoved);
            AddList(Say("  variabler med annen type eller form: {0}", "  variables of another type or form: {0}"), table.ColumnsChanged);
            foreach (var codes in table.Codes)
            {
                AddList(Say("  nye koder i ", "  new codes in ") + codes.Column + ": {0}", codes.Added);
                AddList(Say("  koder som er borte i ", "  codes that are gone in ") + codes.Column + ": {0}", codes.Removed);
                AddList(Say("  koder med nytt navn i ", "  codes of another name in ") + codes.Column + ": {0}", codes.Renamed);
            }
        }

        string Say(string norwegian, string english) => language == PackageLanguage.English ? english : norwegian;

        void AddList(string form, IReadOnlyList<string> names)
        {
            if (names.Count > 0)
            {
                Add(form, string.Join(", ", names));
            }
        }

        void Add(string form, params ReadOnlySpan<object?> values) => text.Append(string.Format(CultureInfo.InvariantCulture, form, values)).Append('\n');
    }

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
