namespace Kpr.Core.Invoices;

/// <summary>What a reminder charges beside interest. One or the other, never both.</summary>
public enum LateCharge
{
    /// <summary>The reminder fee (purregebyr): inkassoforskriften §§ 1-1 and 1-2.</summary>
    ReminderFee,

    /// <summary>The standard compensation between businesses: forsinkelsesrenteloven § 3 a.</summary>
    StandardCompensation,

    /// <summary>Nothing.</summary>
    None,
}
