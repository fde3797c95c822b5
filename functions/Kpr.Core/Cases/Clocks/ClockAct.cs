namespace Kpr.Core.Cases.Clocks;

/// <summary>What a row of a clock's ledger does.</summary>
public enum ClockAct
{
    /// <summary>Begins the clock.</summary>
    Started,

    /// <summary>Holds it: the days after this one do not count.</summary>
    Paused,

    /// <summary>Lets it go on: the days after this one count again. After a stop it restores the clock.</summary>
    Resumed,

    /// <summary>Adds a term, or sets a later date.</summary>
    Extended,

    /// <summary>Begins it anew from this day; rows before are history.</summary>
    Restarted,

    /// <summary>Tells the parties a likely date. The due date stays.</summary>
    Promised,

    /// <summary>Computes it by another calendar from now on.</summary>
    Recomputed,

    /// <summary>Ends it: what it waited for happened, or no longer can.</summary>
    Stopped,
}
