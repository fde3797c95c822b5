namespace Kpr.Core.Cases.Linkages;

/// <summary>How far a linkage (sammenstilling) is.</summary>
public enum LinkageState
{
    /// <summary>Planned with the orders.</summary>
    Planned,

    /// <summary>Serial numbers are issued to the sources.</summary>
    KeysIssued,

    /// <summary>Some sources have come.</summary>
    WaitingSources,

    /// <summary>The linker links.</summary>
    Linking,

    /// <summary>Linked and checked.</summary>
    Checked,

    /// <summary>Made available.</summary>
    Delivered,

    /// <summary>The key is destroyed. Terminal.</summary>
    KeyDestroyed,

    /// <summary>The key is kept until a day. Terminal.</summary>
    KeyKept,

    /// <summary>The linker failed; another must be named.</summary>
    LinkerFailed,

    /// <summary>Given up. Terminal.</summary>
    Aborted,
}
