namespace Kpr.Core.Cases.Fulfilment;

/// <summary>What a biller needs to bill; prices are found by the price list.</summary>
/// <param name="Id">Id within the case: <c>B1</c> and on.</param>
/// <param name="Biller">Code of the register, or <c>hds</c>.</param>
/// <param name="Cause">Why.</param>
/// <param name="On">The Norwegian day: the invoice is due to be issued within a month of it (R44).</param>
/// <param name="BaseFee">Whether the base price is charged.</param>
/// <param name="Minutes">Work to be charged.</param>
/// <param name="Sources">Number of data sources, which sets the base price (R1).</param>
/// <param name="Student">Flagged student project with anonymous data (R40).</param>
/// <param name="Refresh">Data refresh within an earlier decision (R40).</param>
/// <param name="Order">The order; null for Helsedataservice.</param>
public sealed record BillingBasis(
    string Id, string Biller, BillingCause Cause, DateOnly On, bool BaseFee, int Minutes, int Sources, bool Student = false, bool Refresh = false,
    string? Order = null);
