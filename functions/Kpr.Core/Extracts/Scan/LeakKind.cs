namespace Kpr.Core.Extracts.Scan;

/// <summary>What must not leave.</summary>
public enum LeakKind
{
    /// <summary>A national identity number.</summary>
    NationalId,

    /// <summary>A person key of the register.</summary>
    RegisterKey,

    /// <summary>A text that was planted, or named as one that must not occur.</summary>
    Canary,
}
