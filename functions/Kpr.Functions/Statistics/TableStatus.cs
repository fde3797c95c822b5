namespace Kpr.Functions.Statistics;

/// <summary>How far a table has come.</summary>
public enum TableStatus
{
    /// <summary>Ordered; nothing is counted yet.</summary>
    Ordered,

    /// <summary>Being counted.</summary>
    Counting,

    /// <summary>Made, protected and audited: it can be had.</summary>
    Done,

    /// <summary>It cannot be made, or must not be given out; the message says why.</summary>
    Refused,
}
