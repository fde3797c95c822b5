using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing;

/// <summary>What a register earned.</summary>
/// <param name="Register">Code of the register.</param>
/// <param name="Net">Without VAT, in whole øre.</param>
public sealed record EarnedRow(string Register, Money Net);
