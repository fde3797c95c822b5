using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices;

/// <summary>What late payment costs from a day on.</summary>
/// <param name="ValidFrom">First day.</param>
/// <param name="BasisPoints">Interest a year in hundredths of a percent: 1,200 is 12 %.</param>
/// <param name="ReminderFee">Fee of a reminder: a twentieth of the collection rate, in whole kroner.</param>
/// <param name="Compensation">Standard compensation between businesses.</param>
/// <param name="Source">Where it was set.</param>
public sealed record LateRate(DateOnly ValidFrom, int BasisPoints, Money ReminderFee, Money Compensation, string Source);
