using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>A line of a bill, priced by the price list.</summary>
/// <param name="Basis">Id of the basis in the case.</param>
/// <param name="Register">Who did the work: code of the register, or <c>hds</c>.</param>
/// <param name="Biller">Code of the biller that earns it; another than the one who issues the bill where bills are joint.</param>
/// <param name="Fee">The price and all that led to it.</param>
public sealed record BillLine(string Basis, string Register, string Biller, FeeLine Fee);
