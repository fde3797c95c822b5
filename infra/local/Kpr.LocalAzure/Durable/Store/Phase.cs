namespace Kpr.LocalAzure.Durable;

/// <summary>What an instance can do with a message.</summary>
internal enum Phase
{
    /// <summary>It, or its next generation, has not begun.</summary>
    Waiting = 0,

    /// <summary>It goes on with whatever comes.</summary>
    Running = 1,

    /// <summary>It is held.</summary>
    Suspended = 2,

    /// <summary>It has ended.</summary>
    Ended = 3,
}
