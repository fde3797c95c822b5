namespace Kpr.LocalAzure.Faults;

/// <summary>On which side of an I/O call something happens.</summary>
public enum IoPhase
{
    /// <summary>The call has not been made: the other side knows nothing.</summary>
    Before,

    /// <summary>The call took effect, but its caller never learns.</summary>
    After,
}
