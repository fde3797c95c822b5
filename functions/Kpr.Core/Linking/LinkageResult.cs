using System.Globalization;
using System.Text;

namespace Kpr.Core.Linking;

/// <summary>What came of a linkage.</summary>
/// <param name="Population">Persons with a serial number.</param>
/// <param name="PersonsInAll">Persons with a row from every source that came.</param>
/// <param name="PersonsInAny">Persons with a row from one source at least.</param>
/// <param name="Sources">How well each source was linked, missing ones too, by id.</param>
/// <param name="Tables">The tables that were written, by source and name.</param>
/// <param name="Faults">Why others were held.</param>
public sealed record LinkageResult(
    long Population, long PersonsInAll, long PersonsInAny, IReadOnlyList<SourceFigures> Sources, IReadOnlyList<LinkedTable> Tables, IReadOnlyList<LinkageFault> Faults)
{
    /// <summary>Rows of all tables that were written.</summary>
    public long Rows => Tables.Sum(table => table.Rows);

    /// <summary>Whether nothing was held. A missing source is for the case to decide about.</summary>
    public bool IsWhole => Faults.Count == 0;

    /// <summary>The figures as text in Norwegian, for the case.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        Line($"Utvalg: {Population} personer. Med rader fra alle kilder som kom: {PersonsInAll}. Med rader fra minst én: {PersonsInAny}.");
        foreach (var source in Sources)
        {
            Line(source.Delivered
                ? $"{source.Source}: {source.Persons} personer{Share(source.MatchRate)}, {source.Rows} rader, {source.UnmatchedRows} uten treff, {source.HeldTables} tabeller holdt tilbake."
                : (FormattableString)$"{source.Source}: kom ikke, og er utelatt.");
        }

        foreach (var table in Tables)
        {
            Line($"{table.Table.Name}: {table.Rows} rader, {table.Persons} personer.");
        }

        foreach (var fault in Faults)
        {
            Line($"{fault.Number} {fault.Source}{(fault.Table is null ? "" : $", {fault.Table}")}: {fault.Message}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        static string Share(double? rate) => rate is { } share ? $" ({(100 * share).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} %)" : "";
    }
}
