namespace Kpr.Core.Cases.Clocks;

/// <summary>Whether a clock runs.</summary>
public enum ClockStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It is held.</summary>
    Paused,

    /// <summary>It has ended.</summary>
    Stopped,
}
