namespace Kpr.Core.Cases.Content;

/// <summary>Whose deadlines a case follows.</summary>
public enum ClockProfile
{
    /// <summary>Helseregisterloven and forvaltningsloven.</summary>
    National,

    /// <summary>These, and those of Regulation (EU) 2025/327 beside them.</summary>
    Ehds,
}
