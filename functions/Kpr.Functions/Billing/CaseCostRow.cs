using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Documents;
using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing;

/// <summary>A line of what a case cost, and why.</summary>
/// <param name="Biller">Code of the biller.</param>
/// <param name="Invoice">Number on the document; null until it is issued.</param>
/// <param name="State">How far the bill is.</param>
/// <param name="Basis">Id of the basis in the case.</param>
/// <param name="Text">What it is for; or why it costs nothing.</param>
/// <param name="Hundredths">Hundredths of hours or pieces.</param>
/// <param name="UnitPrice">Price of one.</param>
/// <param name="Net">Without VAT.</param>
/// <param name="Rule">By what rule.</param>
/// <param name="PriceList">Id of the price list.</param>
/// <param name="ListFrom">Its first day.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Vat">Code of the VAT category, and the provision.</param>
/// <param name="Work">Ids of the entries of hours in the case.</param>
public sealed record CaseCostRow(
    string Biller, string? Invoice, BillState State, string Basis, string Text, long Hundredths, Money UnitPrice, Money Net, string? Rule, string? PriceList, DateOnly? ListFrom, string? Source,
    string? Vat, IReadOnlyList<string> Work)
{
    /// <summary>The rows of a bill: its lines, and what costs nothing.</summary>
    public static IEnumerable<CaseCostRow> Of(Bill bill, Biller biller)
    {
        var invoice = bill.Number is { } number ? biller.Document(number) : null;
        foreach (var line in bill.Lines)
        {
            var fee = line.Fee;
            yield return new CaseCostRow(
                biller.Code, invoice, bill.State, line.Basis, LineText.Of(fee), fee.Hundredths, fee.UnitPrice, fee.Net, fee.Rule, fee.PriceList, fee.ListFrom, fee.ListSource,
                $"{fee.Vat.Code} ({fee.Vat.Reference})", fee.Work);
        }

        foreach (var basis in bill.Bases)
        {
            foreach (var note in basis.Notes)
            {
                yield return new CaseCostRow(biller.Code, invoice, bill.State, basis.Basis, note, 0, Money.Zero, Money.Zero, null, null, null, null, null, []);
            }
        }
    }
}
