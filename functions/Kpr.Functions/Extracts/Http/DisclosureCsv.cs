using Kpr.Core.Reporting;

namespace Kpr.Functions.Extracts.Http;

/// <summary>The disclosure ledger as CSV, with headings in Norwegian.</summary>
internal static class DisclosureCsv
{
    /// <summary>Lines of the ledger.</summary>
    public static byte[] Of(IEnumerable<DisclosureRow> rows)
    {
        var table = new CsvText(
            "Tidspunkt", "Uttrekk", "Mottaker", "Frigitt av", "Sak", "Bestilling", "Vedtak", "Rettslig grunnlag", "Datasett", "Fra", "Til", "Personer", "Rader", "Oppbevares til");
        foreach (var row in rows)
        {
            table.AddTime(row.At).Add(row.Extract).Add(row.Recipient).Add(row.ReleasedBy).Add(row.What.Case).Add(row.What.Order).Add(row.What.Decision).Add(row.What.LegalBasis)
                .Add(string.Join(' ', row.What.Datasets)).Add(row.What.From).Add(row.What.To).Add(row.What.Persons).Add(row.What.Rows).Add(row.What.KeptUntil).EndRow();
        }

        return table.ToBytes();
    }
}
