namespace Kpr.Core.Extracts.Orders;

/// <summary>What becomes of the dates of an extract.</summary>
public enum DateTreatment
{
    /// <summary>They are in the form that the variable is ordered in.</summary>
    AsOrdered,

    /// <summary>
    /// All dates of a person are moved by the same number of days, a multiple of seven and secret, so that intervals and days of the week stay. No other form of any date
    /// may then be in the extract: one true date beside a moved one gives all.
    /// </summary>
    Shifted,
}
