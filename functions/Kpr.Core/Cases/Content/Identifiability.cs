namespace Kpr.Core.Cases.Content;

/// <summary>How close to a person the data are.</summary>
public enum Identifiability
{
    /// <summary>Anonymous (anonyme).</summary>
    Anonymous,

    /// <summary>Indirectly identifying (indirekte identifiserbare): rows without name and number.</summary>
    Indirect,

    /// <summary>Directly identifying (direkte identifiserbare): needs special grounds.</summary>
    Direct,
}
