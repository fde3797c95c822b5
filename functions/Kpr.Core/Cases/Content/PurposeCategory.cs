namespace Kpr.Core.Cases.Content;

/// <summary>Main purpose (formål).</summary>
public enum PurposeCategory
{
    /// <summary>Medical or health research (medisinsk og helsefaglig forskning).</summary>
    HealthResearch,

    /// <summary>Other research (annen forskning).</summary>
    OtherResearch,

    /// <summary>Health analysis, quality, planning, governance, preparedness (helseanalyse, kvalitet, planlegging, styring, beredskap).</summary>
    HealthAnalysis,

    /// <summary>Something else, for example teaching or journalism.</summary>
    Other,
}
