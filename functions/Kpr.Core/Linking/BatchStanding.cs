namespace Kpr.Core.Linking;

/// <summary>What a case says of the serial numbers of a batch.</summary>
public enum BatchStanding
{
    /// <summary>They are issued, or about to be, and the linkage goes on.</summary>
    InUse,

    /// <summary>The linkage is done; secret and maps are kept for a later delivery.</summary>
    Kept,

    /// <summary>Another batch is in use, or none.</summary>
    Replaced,

    /// <summary>The linkage is done or given up, and the key is to be gone.</summary>
    Settled,

    /// <summary>The case is over.</summary>
    CaseOver,
}
