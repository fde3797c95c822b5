namespace Kpr.Core.Cases.Bills;

/// <summary>A line of a bill, priced by the price list.</summary>
/// <param name="Basis">Id of the basis in the case.</param>
/// <param name="Text">What it is for: never a purpose or a diagnosis (R46).</param>
/// <param name="NetOre">Price in øre without VAT.</param>
/// <param name="VatOre">VAT in øre.</param>
/// <param name="PriceList">Id of the price list.</param>
public sealed record BillLine(string Basis, string Text, long NetOre, long VatOre, string PriceList);
