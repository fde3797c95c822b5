namespace Kpr.Core.Cases.Content;

/// <summary>A use that the law singles out.</summary>
public enum IntendedUse
{
    /// <summary>By the prosecution or a court as evidence (påtalemyndighet).</summary>
    Prosecution,

    /// <summary>By an employer about its employees.</summary>
    Employment,

    /// <summary>By an insurer.</summary>
    Insurance,

    /// <summary>Commercial.</summary>
    Commercial,
}
