namespace Kpr.Core.Pricing;

/// <summary>Which day says what price list applies. No Norwegian source says it; Finland's decree takes the day of the decision.</summary>
public enum ListApplies
{
    /// <summary>The day the application was submitted.</summary>
    Submission,

    /// <summary>The day it was decided; the day of billing for what never was decided.</summary>
    Decision,

    /// <summary>The day the work was done: a change of rate in the middle of a case gives a line for each.</summary>
    Work,
}
