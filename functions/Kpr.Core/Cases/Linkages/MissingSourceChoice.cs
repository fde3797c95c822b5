namespace Kpr.Core.Cases.Linkages;

/// <summary>What to do about a source that does not come.</summary>
public enum MissingSourceChoice
{
    /// <summary>Wait until a day.</summary>
    Wait,

    /// <summary>Link without it: the applicant must agree, and the decision is amended.</summary>
    Proceed,

    /// <summary>Give the linkage up.</summary>
    Abort,
}
