namespace Kpr.Core.Cases.Review;

/// <summary>What a biller expects to charge.</summary>
/// <param name="Id">Id within the case: <c>E1</c> and on.</param>
/// <param name="Biller">Code of the register, or <c>hds</c>.</param>
/// <param name="Minutes">Expected work.</param>
/// <param name="AmountOre">Expected price in øre without VAT.</param>
/// <param name="PriceList">Id of the price list it was made by.</param>
/// <param name="Status">What the applicant said.</param>
public sealed record Estimate(string Id, string Biller, int Minutes, long AmountOre, string PriceList, EstimateStatus Status = EstimateStatus.Sent)
{
    /// <summary>Helsedataservice as a biller.</summary>
    public const string Helsedataservice = "hds";
}
