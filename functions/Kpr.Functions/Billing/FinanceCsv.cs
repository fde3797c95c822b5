using System.Globalization;
using System.Text;
using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing;

/// <summary>Finance's view as CSV: semicolons, decimals with a comma, as Norwegian spreadsheets read it.</summary>
public static class FinanceCsv
{
    /// <summary>Bills.</summary>
    public static string Of(IReadOnlyList<BillRow> rows) => Table(
        "faktura;kreditnota;sak;kjoper;tilstand;utstedt;forfall;belop;utestaaende",
        rows.Select(row => (object?[])[row.Invoice, row.CreditNote, row.Case, row.Buyer, row.State, row.IssuedOn, row.DueOn, row.Total, row.Outstanding]));

    /// <summary>The ledger.</summary>
    public static string Of(IReadOnlyList<LedgerRow> rows) => Table(
        "dato;faktura;sak;konto;gjelder;belop", rows.Select(row => (object?[])[row.On, row.Invoice, row.Case, row.Account, row.Of, row.Amount]));

    /// <summary>What registers earned.</summary>
    public static string Of(IReadOnlyList<EarnedRow> rows) => Table("register;belop_uten_mva", rows.Select(row => (object?[])[row.Register, row.Net]));

    /// <summary>What a case cost.</summary>
    public static string Of(IReadOnlyList<CaseCostRow> rows) => Table(
        "fakturautsteder;faktura;tilstand;grunnlag;tekst;antall;pris;belop;regel;prisliste;gjelder_fra;kilde;mva;timer",
        rows.Select(row => (object?[])
        [
            row.Biller, row.Invoice, row.State, row.Basis, row.Text, row.Hundredths / 100m, row.UnitPrice, row.Net, row.Rule, row.PriceList, row.ListFrom, row.Source, row.Vat,
            string.Join(' ', row.Work),
        ]));

    private static string Table(string header, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder(header).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        Money money => money.ToString().Replace('.', ','),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Text(value.ToString()!),
    };

    // A spreadsheet takes what begins so for a formula; buyers write their own names.
    private static string Text(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return harmless.AsSpan().IndexOfAny(";\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
