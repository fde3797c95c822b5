namespace Kpr.Core.Pricing;

/// <summary>A line of a fee, with all that led to it.</summary>
/// <param name="Item">What it is for.</param>
/// <param name="Grade">Grade of the rate; empty where there is one for all.</param>
/// <param name="Hundredths">Quantity in hundredths of an hour, or of a piece: 100 is one.</param>
/// <param name="UnitPrice">Price of one hour or piece without VAT.</param>
/// <param name="Vat">How it is taxed.</param>
/// <param name="PriceList">Id of the price list.</param>
/// <param name="ListFrom">The list's first day.</param>
/// <param name="ListSource">Where the list was published.</param>
/// <param name="Rule">By what rule, in Norwegian.</param>
/// <param name="Work">Ids of the entries behind it.</param>
public sealed record FeeLine(
    FeeItem Item, string Grade, long Hundredths, Money UnitPrice, VatTreatment Vat, string PriceList, DateOnly ListFrom, string ListSource, string Rule,
    IReadOnlyList<string> Work)
{
    /// <summary>Price without VAT, to the nearest øre.</summary>
    public Money Net => UnitPrice.Part(Hundredths, 100);

    /// <summary>Whether the quantity is hours.</summary>
    public bool IsHours => Item != FeeItem.BasePrice;
}
